package org.opensocialnet.attachments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.opensocialnet.attachments.Attachment.Kind;

/** What a file really is, by its bytes; what its name or its sender say counts for nothing. */
final class Sniffed {

    private static final int MOST_PARTS = 5_000;

    private Sniffed() {}

    /** None where it is nothing that is taken. */
    static Optional<Kind> of(byte[] content) {
        if (begins(content, 0, "%PDF-")) {
            return Optional.of(Kind.PDF);
        }
        if (begins(content, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(Kind.JPEG);
        }
        if (begins(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(Kind.PNG);
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return Optional.of(Kind.WEBP);
        }
        if (begins(content, 0, 'P', 'K', 3, 4)) {
            return office(content);
        }
        return isText(content) ? Optional.of(Kind.TEXT) : Optional.empty();
    }

    /** By the names of its parts, of which none is opened. What brings macros along is not taken. */
    private static Optional<Kind> office(byte[] content) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            var parts = Collections.list(zip.getEntries());
            var names = parts.stream().map(ZipArchiveEntry::getName).collect(Collectors.toSet());
            if (parts.size() > MOST_PARTS || names.stream().anyMatch(Sniffed::isMacro)) {
                return Optional.empty();
            }
            if (begins(content, 30, "mimetypeapplication/vnd.oasis.opendocument.text") && has(names, "content.xml")) {
                return Optional.of(Kind.ODT);
            }
            if (has(names, "[Content_Types].xml", "word/document.xml")) {
                return Optional.of(Kind.DOCX);
            }
            return has(names, "[Content_Types].xml", "xl/workbook.xml") ? Optional.of(Kind.XLSX) : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean isMacro(String part) {
        return part.endsWith("vbaProject.bin") || part.startsWith("Basic/") || part.startsWith("Scripts/");
    }

    private static boolean has(Set<String> names, String... wanted) {
        return names.containsAll(Arrays.asList(wanted));
    }

    /** UTF-8 without control characters but those that part lines and columns. */
    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .allMatch(letter ->
                            letter >= ' ' && letter != 0x7f || letter == '\n' || letter == '\r' || letter == '\t');
        } catch (CharacterCodingException none) {
            return false;
        }
    }

    private static boolean begins(byte[] content, int at, String text) {
        return begins(content, at, text.chars().toArray());
    }

    private static boolean begins(byte[] content, int at, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (content.length <= at + i || (content[at + i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
