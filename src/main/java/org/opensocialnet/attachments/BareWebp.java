package org.opensocialnet.attachments;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.opensocialnet.kernel.Refusal;

/**
 * A WebP picture with nothing in it but what draws it. The format is a row of named parts, so that what a camera wrote is
 * left out without reading the points, which Java cannot.
 */
final class BareWebp {

    private static final Set<String> DRAWING = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");

    /** Of the flags in VP8X those that announce animation and transparency; not those of profile, EXIF and XMP. */
    private static final int FLAGS = 0b0001_0010;

    private BareWebp() {}

    static byte[] of(byte[] content) {
        try {
            return bare(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw Refusal.wrong("attachments.fault.broken", "file");
        }
    }

    private static byte[] bare(ByteBuffer in) {
        var kept = new ByteArrayOutputStream();
        boolean drawn = false;
        in.position(12);
        while (in.remaining() >= 8) {
            var name = new byte[4];
            in.get(name);
            int length = in.getInt();
            var part = new byte[Objects.checkIndex(length, in.remaining() + 1)];
            in.get(part);
            if (length % 2 == 1 && in.hasRemaining()) {
                in.get();
            }
            var called = new String(name, StandardCharsets.ISO_8859_1);
            if (DRAWING.contains(called)) {
                if (called.equals("VP8X")) {
                    part[0] &= FLAGS;
                }
                drawn |= !called.equals("VP8X") && !called.equals("ANIM");
                kept.writeBytes(part(name, part));
            }
        }
        if (!drawn) {
            throw new IllegalArgumentException("nothing is drawn");
        }
        return whole(kept.toByteArray());
    }

    private static byte[] part(byte[] name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name)
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] whole(byte[] parts) {
        return ByteBuffer.allocate(12 + parts.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + parts.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(parts)
                .array();
    }
}
