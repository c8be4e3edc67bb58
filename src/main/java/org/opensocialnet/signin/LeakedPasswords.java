package org.opensocialnet.signin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that were stolen elsewhere, in a file the operator brings: lines of a SHA-1 in capital hexadecimals and a count,
 * in their order, as the public collections come. It is searched where it lies; nobody outside is asked.
 */
@Component
class LeakedPasswords {

    private static final int LINE = 256;

    private final Path file;

    LeakedPasswords(@Value("${osn.signin.leaked:}") String file) {
        this.file = Path.of(file);
        if (isGiven() && !Files.isReadable(this.file)) {
            throw new IllegalStateException("OSN_SIGNIN_LEAKED: there is no file to be read at " + file);
        }
    }

    private boolean isGiven() {
        return !file.toString().isEmpty();
    }

    /** Whether it is in the file; without a file nothing is. */
    boolean knows(String password) {
        if (!isGiven()) {
            return false;
        }
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            return isThere(lines, sha1(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Halves the file again and again: of a line in the middle its beginning is looked for. */
    private static boolean isThere(RandomAccessFile lines, String wanted) throws IOException {
        long from = 0;
        long until = lines.length();
        while (from < until) {
            long start = startOfLine(lines, (from + until) / 2, from);
            lines.seek(start);
            var line = lines.readLine();
            int order = line == null ? 1 : hash(line).compareTo(wanted);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = lines.getFilePointer();
            } else {
                until = start;
            }
        }
        return false;
    }

    private static long startOfLine(RandomAccessFile lines, long middle, long from) throws IOException {
        long before = Math.max(from, middle - LINE);
        var bytes = new byte[(int) (middle - before)];
        lines.seek(before);
        lines.readFully(bytes);
        for (int at = bytes.length - 1; at >= 0; at--) {
            if (bytes[at] == '\n') {
                return before + at + 1;
            }
        }
        return before;
    }

    private static String hash(String line) {
        int colon = line.indexOf(':');
        return (colon < 0 ? line : line.substring(0, colon)).strip();
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
