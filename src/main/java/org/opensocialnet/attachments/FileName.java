package org.opensocialnet.attachments;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.opensocialnet.attachments.Attachment.Kind;

/** The name of a file as we show it and send it back: letters, and the ending of what the file really is. */
final class FileName {

    private static final int LONGEST = 80;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{L}\\p{N}]{1,8}$");
    private static final Pattern UNWANTED = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()-]+");

    private FileName() {}

    static String of(String sent, Kind kind) {
        var name = Normalizer.normalize(FOLDERS.matcher(sent).replaceFirst(""), Normalizer.Form.NFC);
        var stem = UNWANTED.matcher(ENDING.matcher(name).replaceFirst(""))
                .replaceAll(" ")
                .replaceAll(" {2,}", " ")
                .replaceAll("^[ .]+|[ .]+$", "");
        var whole = stem.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return (whole.isEmpty() ? "file" : whole) + "." + kind.extension();
    }
}
