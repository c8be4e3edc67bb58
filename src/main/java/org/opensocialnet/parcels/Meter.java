package org.opensocialnet.parcels;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what an archive unpacks to while it is read, and stops where no honest archive would go. */
final class Meter {

    private final String file;
    private final long packed;
    private final Limits limits;
    private long unpacked;

    Meter(String file, long packed, Limits limits) {
        this.file = file;
        this.packed = packed;
        this.limits = limits;
    }

    InputStream over(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = super.read(buffer, offset, length);
                count(Math.max(n, 0));
                return n;
            }
        };
    }

    private void count(int bytes) {
        unpacked += bytes;
        if (unpacked > limits.bytes()) {
            throw Limits.refusal(file, Unreadable.TOO_MUCH, limits.bytes());
        }
        if (unpacked > limits.grace() && unpacked / Math.max(packed, 1) > limits.ratio()) {
            throw Limits.refusal(file, Unreadable.BOMB, limits.ratio());
        }
    }
}
