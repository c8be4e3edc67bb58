package org.opensocialnet.mydata;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opensocialnet.mydata.MyRecord.Whole;
import org.opensocialnet.mydata.Visits.Agreed;
import org.opensocialnet.web.Words;
import org.springframework.stereotype.Component;

/** What is held of a person as a PDF she can read and keep. */
@Component
class MyPaper {

    private final TemplateEngine templates;

    MyPaper(TemplateEngine templates) {
        this.templates = templates;
    }

    /** One organisation's record of her, for the paper. */
    record Sheet(Whole whole, List<Agreed> agreed, List<MyWords.Seen> seen) {}

    byte[] pdf(List<Sheet> sheets, Words t) {
        var html = new StringOutput();
        templates.render("mydata/paper.jte", Map.of("sheets", sheets, "t", t), html);
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("Commissioner_400Regular.ttf"), "Commissioner", 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("Commissioner_700Bold.ttf"), "Commissioner", 700, FontStyle.NORMAL, true)
                    .withHtmlContent(html.toString(), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(MyPaper.class.getResourceAsStream("/finding/fonts/" + file), file);
    }
}
