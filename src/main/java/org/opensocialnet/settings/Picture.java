package org.opensocialnet.settings;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.opensocialnet.kernel.Refusal;

/** A small picture, drawn anew from what was uploaded, so that nothing but its points is left of a stranger's file. */
record Picture(byte[] png, int width, int height) {

    static final int MOST_BYTES = 1 << 20;
    static final int MOST_POINTS = 8_000_000;

    /** Twice what a page shows, for fine screens. */
    private static final int WIDEST = 480;

    private static final int HIGHEST = 160;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    static Picture of(byte[] upload) {
        if (upload.length > MOST_BYTES) {
            throw Refusal.wrong("settings.emblem.large", "picture");
        }
        var format = startsWith(upload, PNG) ? "png" : startsWith(upload, JPEG) ? "jpeg" : "";
        if (format.isEmpty()) {
            throw Refusal.wrong("settings.emblem.kind", "picture");
        }
        try {
            return drawn(read(upload, format));
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            throw Refusal.wrong("settings.emblem.broken", "picture");
        }
    }

    /** The size is read before the points are: a small file may claim to be a huge picture. */
    private static BufferedImage read(byte[] upload, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                throw Refusal.wrong("settings.emblem.large", "picture");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static Picture drawn(BufferedImage image) throws IOException {
        var scale = Math.min(1.0, Math.min((double) WIDEST / image.getWidth(), (double) HIGHEST / image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        brush.drawImage(image, 0, 0, width, height, null);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return new Picture(out.toByteArray(), width, height);
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length > magic.length && java.util.Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
