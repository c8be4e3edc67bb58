package org.opensocialnet.admissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.access.AtTheDesk;
import org.opensocialnet.access.AtTheDesk.Visitor;
import org.opensocialnet.access.Role;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.parcels.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

/** The lists of large offices fit, and what does not is told before it is read. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ListSizeTest {

    static final String REMARK = "Ήρθε με μια φίλη και ρώτησε πού βρίσκει ζεστό φαγητό το βράδυ. ".repeat(3);

    @Autowired
    ApplicationContext context;

    Visitor thaleia;

    @BeforeEach
    void whoIsThere() {
        thaleia = AtTheDesk.of(context).as(Role.ORGANIZATION_ADMIN, Uuid7.next());
    }

    @Test
    void twelveThousandRowsWithRemarksFitAsText() {
        var rows = new StringBuilder("Όνομα;Επώνυμο;Παρατηρήσεις\n");
        for (int i = 0; i < 12_000; i++) {
            rows.append("Μελπομένη;Λιστοπούλου ")
                    .append(i)
                    .append(';')
                    .append(REMARK)
                    .append('\n');
        }
        var file = rows.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isGreaterThan(4 << 20);

        assertThat(thaleia.get(AList.sent(thaleia, "list.csv", file)).body()).contains("Τι έχει κάθε στήλη");
    }

    @Test
    void twelveThousandRowsFitAsASpreadsheet() throws IOException {
        var path = AList.sent(thaleia, "list.xlsx", spreadsheet(12_000));

        assertThat(thaleia.get(path).body()).contains("Τι έχει κάθε στήλη");
    }

    @Test
    void whatIsLargerOrLongerIsToldSoAboveTheFormWithWhatToDo() throws IOException {
        var tooLarge = AList.send(thaleia, "list.csv", new byte[21 << 20]);
        assertThat(tooLarge.statusCode()).isEqualTo(303);
        var form = thaleia.get(tooLarge.headers().firstValue("Location").orElseThrow());
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body()).contains("govuk-error-summary", "Το αρχείο είναι μεγαλύτερο από 20 MB");

        var tooLong = AList.send(thaleia, "list.xlsx", spreadsheet(Sheet.MOST_ROWS + 1));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("πάνω από 20.000 γραμμές");
    }

    private static byte[] spreadsheet(int rows) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            var sheet = book.newWorksheet("Λίστα");
            sheet.value(0, 0, "Όνομα");
            sheet.value(0, 1, "Επώνυμο");
            for (int i = 1; i <= rows; i++) {
                sheet.value(i, 0, "Μελπομένη");
                sheet.value(i, 1, "Λιστοπούλου " + i);
            }
        }
        return file.toByteArray();
    }
}
