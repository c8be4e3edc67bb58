package org.opensocialnet.attachments;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way up a camera was held, from the EXIF part of a JPEG: the one thing of it that is still needed to draw it. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int EXIF = 0xe1;
    private static final int SCAN = 0xda;

    private Orientation() {}

    /** 1 to 8; upright where nothing that can be read says otherwise. */
    static int of(byte[] jpeg) {
        try {
            return find(ByteBuffer.wrap(jpeg));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            return UPRIGHT;
        }
    }

    private static int find(ByteBuffer in) {
        in.position(2);
        while (in.remaining() > 4 && (in.get() & 0xff) == 0xff) {
            int marker = in.get() & 0xff;
            int length = in.getShort() & 0xffff;
            if (marker == SCAN || length < 2) {
                return UPRIGHT;
            }
            int start = in.position();
            if (marker == EXIF && length > 16 && in.getInt(start) == 0x45786966) {
                return read(in.slice(start + 6, length - 8));
            }
            in.position(start + length - 2);
        }
        return UPRIGHT;
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int said = tiff.getShort(entry + 8) & 0xffff;
                return said >= 1 && said <= 8 ? said : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
