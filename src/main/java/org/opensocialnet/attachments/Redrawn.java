package org.opensocialnet.attachments;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import org.opensocialnet.kernel.Refusal;

/**
 * A picture drawn anew from its points, so that nothing is left of what a camera or a stranger wrote beside them: place,
 * time, device, name. It stands as it was meant to be looked at, and is no larger than a page can use.
 */
final class Redrawn {

    private static final long MOST_POINTS = 80_000_000;
    private static final int LONGEST_SIDE = 2_400;
    private static final float QUALITY = 0.85f;

    /** Points take much room: few pictures are drawn at once. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Redrawn() {}

    static byte[] jpeg(byte[] content) {
        return drawn(content, "jpeg", Orientation.of(content));
    }

    static byte[] png(byte[] content) {
        return drawn(content, "png", 1);
    }

    private static byte[] drawn(byte[] content, String format, int orientation) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return written(upright(read(content, format), orientation, format.equals("png")), format);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            throw Refusal.wrong("attachments.fault.broken", "file");
        } finally {
            AT_ONCE.release();
        }
    }

    /** The size is read before the points are: a small file may claim to be a huge picture. */
    private static BufferedImage read(byte[] content, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_POINTS) {
                throw Refusal.wrong("attachments.fault.points", "file");
            }
            var every = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
            var param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation, boolean seeThrough) {
        boolean turned = orientation >= 5;
        int width = turned ? image.getHeight() : image.getWidth();
        int height = turned ? image.getWidth() : image.getHeight();
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(width, height));
        var drawn = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = drawn.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        if (!seeThrough) {
            brush.setColor(Color.WHITE);
            brush.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        brush.transform(AffineTransform.getScaleInstance(scale, scale));
        brush.drawImage(image, turn(orientation, image.getWidth(), image.getHeight()), null);
        brush.dispose();
        return drawn;
    }

    /** How the points of an orientation (1 to 8, as EXIF counts them) come to stand upright. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
