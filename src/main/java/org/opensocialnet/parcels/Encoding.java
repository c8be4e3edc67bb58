package org.opensocialnet.parcels;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads text as UTF-8, names other encodings it recognises, and marks bytes that are no text at all. */
final class Encoding {

    /** Stands where bytes were not UTF-8. Unicode keeps this code point for internal use, so no honest text holds it. */
    static final char BROKEN = '\uFDD0';

    private static final int LOOK = 1 << 16;

    private Encoding() {}

    static Reader reader(String file, InputStream source) throws IOException {
        var in = source.markSupported() ? source : new BufferedInputStream(source, LOOK);
        in.mark(LOOK);
        var start = in.readNBytes(LOOK);
        in.reset();
        refuseForeign(file, start);
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
        }
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(BROKEN)));
    }

    private static void refuseForeign(String file, byte[] start) {
        if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF) || hasZeroBytes(start)) {
            throw Limits.refusal(file, Unreadable.UTF_16);
        }
        if (!isUtf8(start) && looksGreek(start)) {
            throw Limits.refusal(file, Unreadable.WINDOWS_1253);
        }
    }

    /** Text of every second byte zero, without a mark at its beginning. */
    private static boolean hasZeroBytes(byte[] start) {
        int zeros = 0;
        for (byte b : start) {
            zeros += b == 0 ? 1 : 0;
        }
        return start.length >= 4 && zeros * 4 >= start.length;
    }

    private static boolean isUtf8(byte[] start) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        // The last character may be cut by where the look ends: no end of input is told.
        return !decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false)
                .isError();
    }

    /** Nearly all bytes beyond ASCII are Greek letters of Windows-1253, and there are words of them. */
    private static boolean looksGreek(byte[] start) {
        int high = 0;
        int greek = 0;
        for (char c : new String(start, Charset.forName("windows-1253")).toCharArray()) {
            if (c > 0x7F) {
                high++;
                greek += Character.UnicodeBlock.of(c) == Character.UnicodeBlock.GREEK ? 1 : 0;
            }
        }
        return greek >= 4 && greek * 10 >= high * 9;
    }

    private static boolean begins(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
