package org.opensocialnet.attachments;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people's devices make them. */
public final class Samples {

    /** What a camera writes beside the points, which must never come back. */
    public static final String PLACE = "GPS-37.9838N-23.7275E";

    private Samples() {}

    public static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** A photograph, left half red, whose camera was turned by a quarter: six, as EXIF counts. */
    public static byte[] photograph() {
        var plain = picture("jpg", 60, 40);
        var tiff = ByteBuffer.allocate(26 + PLACE.length()).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putInt(0).put(PLACE.getBytes(StandardCharsets.US_ASCII));
        var app = ByteBuffer.allocate(4 + 6 + tiff.capacity());
        app.putShort((short) 0xffe1).putShort((short) (2 + 6 + tiff.capacity()));
        app.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return ByteBuffer.allocate(plain.length + app.capacity())
                .put(plain, 0, 2)
                .put(app.array())
                .put(plain, 2, plain.length - 2)
                .array();
    }

    public static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.BLUE);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width / 2, height);
        brush.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A WebP of one tiny part that draws, and two that tell. */
    static byte[] webp() {
        var parts = new ByteArrayOutputStream();
        parts.writeBytes(part("VP8X", new byte[] {0b0000_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        parts.writeBytes(part("VP8L", new byte[] {0x2f, 0, 0, 0, 0}));
        parts.writeBytes(part("EXIF", PLACE.getBytes(StandardCharsets.US_ASCII)));
        parts.writeBytes(part("XMP ", PLACE.getBytes(StandardCharsets.US_ASCII)));
        return ByteBuffer.allocate(12 + parts.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + parts.size())
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(parts.toByteArray())
                .array();
    }

    private static byte[] part(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] zip(String... names) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
