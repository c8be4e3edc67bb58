package org.opensocialnet.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A form as XLSForm, the workbook that ODK, Kobo and many others read: sheets survey, choices and settings. What is ours alone
 * stands in columns of our own namespace, which others pass over.
 */
public final class XlsForm {

    /** A larger file is no questionnaire. */
    public static final int MOST_BYTES = Grid.MOST_BYTES;

    static final String GREEK = "ελληνικά (el)";
    static final String ENGLISH = "english (en)";

    /** Vocabularies of the program stand among the choices as lists that begin so. */
    static final String LIST = "osn_";

    static final String NAMESPACE = "osn=\"urn:opensocialnet:questionnaire\"";

    private XlsForm() {}

    /**
     * What was read of a file.
     *
     * @param form none where the file holds something that cannot be asked
     * @param remarks what was left out or changed, or why there is no form
     */
    public record Read(Optional<Blueprint> form, List<Remark> remarks) {}

    /** Something about one row of the file: the key of its sentence, and what it is about. */
    public record Remark(int row, String key, String what) {}

    public static void write(Blueprint form, String id, int version, Offering offering, OutputStream out)
            throws IOException {
        new SurveyOut(form, offering).write(id, version, out);
    }

    /** What a file asks; throws a refusal where it is no workbook at all. */
    public static Read read(byte[] file) {
        return new SurveyIn(Grid.read(file)).read();
    }
}
