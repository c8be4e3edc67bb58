package org.opensocialnet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.opensocialnet.forms.XlsForm.Remark;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Seeded;

/** Forms that leave as XLSForm and come back, and forms that others have written. */
class XlsFormTest {

    static final Offering GROUPS = new Offering() {
        @Override
        public List<Option> options(String list) {
            return List.of(new Option("women", new Bilingual("Γυναίκες", "Women")));
        }

        @Override
        public List<Row> rows(String rows) {
            return List.of();
        }
    };

    static byte[] written(Blueprint form) {
        var out = new ByteArrayOutputStream();
        try {
            XlsForm.write(form, "form", 3, GROUPS, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A workbook of sheets, each of rows, each of cells between bars. */
    static byte[] workbook(String... lines) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Another tool", "1.0")) {
            var sheet = book.newWorksheet(lines[0].substring(1));
            int row = 0;
            for (var line : List.of(lines).subList(1, lines.length)) {
                if (line.startsWith("#")) {
                    sheet = book.newWorksheet(line.substring(1));
                    row = 0;
                    continue;
                }
                var cells = line.split("\\|", -1);
                for (int i = 0; i < cells.length; i++) {
                    if (!cells[i].isBlank()) {
                        sheet.inlineString(row, i, cells[i].strip());
                    }
                }
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Seeded
    void aFormComesBackAsItWent(Random random) {
        var form = AForm.any(random);
        assertThat(Soundness.faults(form)).isEmpty();
        var read = XlsForm.read(written(form));
        assertThat(read.remarks()).isEmpty();
        assertThat(read.form()).contains(form);
        assertThat(Blueprint.of(form.json())).isEqualTo(form);
    }

    @Test
    void aFormOfAnotherToolIsReadWithWhatCannotBeAskedNamedByItsRow() {
        var read = XlsForm.read(workbook(
                "#survey",
                "type|name|label|hint|required|constraint|relevant|appearance",
                "start|start||||||",
                "begin group|Household|Νοικοκυριό||||| ",
                "select one yn|Has-Bed|Έχετε κρεβάτι;|Σήμερα|TRUE||| ",
                "integer|age|How old?|||.>=0 and . < 120|${Has-Bed} = 'yes'|",
                "geopoint|where|Where?||||| ",
                "select_multiple yn or_other|more|More||||| ",
                "end group|||||||",
                "begin repeat|child|Children||||| ",
                "begin_group|in|inside||||| ",
                "text|name|Name||||| ",
                "text|story|Story|||||multiline",
                "end_group|||||||",
                "end repeat|||||||",
                "date|when|When?||||| ",
                "#choices",
                "list name|name|label::English (en)|label::Deutsch (de)",
                "yn|yes|Yes|Ja",
                "yn|no|No|Nein",
                "#settings",
                "form_title|form_id",
                "Μελέτη|study"));
        var form = read.form().orElseThrow();
        assertThat(form.title().greek()).isEqualTo("Μελέτη");
        assertThat(form.questions())
                .extracting(Question::name, Question::kind)
                .containsExactly(
                        tuple("household", Kind.SECTION),
                        tuple("has_bed", Kind.ONE),
                        tuple("age", Kind.NUMBER),
                        tuple("more", Kind.MANY),
                        tuple("child", Kind.TABLE),
                        tuple("when", Kind.LINE));
        var bed = form.question("has_bed").orElseThrow();
        assertThat(bed.required()).isTrue();
        assertThat(bed.hint().greek()).isEqualTo("Σήμερα");
        assertThat(bed.options()).extracting(Option::code).containsExactly("yes", "no");
        var age = form.question("age").orElseThrow();
        assertThat(age.least()).isZero();
        assertThat(age.most()).isEqualTo(119);
        assertThat(age.onlyIf()).isEqualTo(new Condition("has_bed", List.of("yes")));
        assertThat(form.question("child").orElseThrow().columns())
                .extracting(Question::kind)
                .containsExactly(Kind.LINE, Kind.TEXT);
        assertThat(read.remarks())
                .contains(
                        new Remark(6, "forms.remark.left-out", "geopoint"),
                        new Remark(4, "forms.remark.renamed", "Has-Bed → has_bed"),
                        new Remark(2, "forms.remark.language", "deutsch (de)"));
    }

    @Test
    void conditionsOfOneQuestionsChoicesAreKeptAndOthersNamedByTheirRow() {
        var read = XlsForm.read(workbook(
                "#survey",
                "type|name|label|relevant",
                "select_one yn|beds|Beds?|",
                "select_multiple who|groups|Groups?|",
                "begin_group|more|More|${beds} = 'yes'",
                "text|which|Which?|",
                "begin_group|inner|Inner|selected(${groups}, 'women') or selected(${groups},'men')",
                "integer|many|How many?|",
                "end_group|||",
                "text|rest|And the rest?|",
                "end_group|||",
                "text|always|Always?|",
                "text|sum|Sum?|${many} > 3 and ${beds} = 'yes'",
                "text|later|Later?|${never} = 'x'",
                "#choices",
                "list_name|name|label",
                "yn|yes|Yes",
                "yn|no|No",
                "who|women|Women",
                "who|men|Men"));
        var form = read.form().orElseThrow();
        var beds = new Condition("beds", List.of("yes"));
        var groups = new Condition("groups", List.of("women", "men"));
        assertThat(form.questions())
                .extracting(Question::name, Question::onlyIf)
                .containsExactly(
                        tuple("beds", null),
                        tuple("groups", null),
                        tuple("more", beds),
                        tuple("which", null),
                        tuple("inner", null),
                        tuple("many", groups),
                        tuple("rest", beds),
                        tuple("always", null),
                        tuple("sum", null),
                        tuple("later", null));
        assertThat(read.remarks())
                .containsExactly(
                        new Remark(
                                6,
                                "forms.remark.condition-within",
                                "selected(${groups}, 'women') or selected(${groups},'men')"),
                        new Remark(12, "forms.remark.condition", "relevant"),
                        new Remark(13, "forms.remark.condition", "relevant"));
    }

    @Test
    void aFileThatAsksNothingMakesNoForm() {
        assertThat(XlsForm.read(workbook("#other", "a|b")).form()).isEmpty();
        var without = XlsForm.read(workbook("#survey", "type|name|label", "select_one none|q|Which?"));
        assertThat(without.form()).isEmpty();
        assertThat(without.remarks()).contains(new Remark(0, "forms.fault.choices", "q"));
    }

    @Test
    void whatIsNoWorkbookIsRefusedBeforeItDoesHarm() throws IOException {
        for (var text : List.of("", "PK", "type,name\ntext,q", "PK\u0003\u0004 not really")) {
            assertThatThrownBy(() -> XlsForm.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("forms.file.none"));
        }
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bomb.size()).isLessThan(Grid.MOST_BYTES);
        assertThatThrownBy(() -> XlsForm.read(bomb.toByteArray()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("forms.file.big"));
    }

    @Test
    void pagesBeginWithTheirSections() {
        var form = AForm.any(new Random(4));
        var numbers = form.pages().stream().map(Blueprint.Page::number).toList();
        assertThat(numbers)
                .isEqualTo(new ArrayList<>(java.util.stream.IntStream.rangeClosed(1, numbers.size())
                        .boxed()
                        .toList()));
        assertThat(form.pages().stream()
                        .mapToInt(page ->
                                page.questions().size() + (page.section().isPresent() ? 1 : 0))
                        .sum())
                .isEqualTo(form.questions().size());
    }

    @Test
    void questionsAreMovedTakenOutAndNamedFreely() {
        var form = new Blueprint(
                new Bilingual("Τ", ""),
                List.of(
                        Question.of("line_1", Kind.LINE, new Bilingual("α", "")),
                        Question.of("b", Kind.TEXT, new Bilingual("β", ""))));
        assertThat(form.freeName(Kind.LINE)).isEqualTo("line_2");
        assertThat(form.moved("b", true).questions()).extracting(Question::name).containsExactly("b", "line_1");
        assertThat(form.moved("b", false)).isEqualTo(form);
        assertThat(form.without("b").questions()).hasSize(1);
        assertThat(form.with(Question.of("c", Kind.NOTE, Bilingual.NOTHING), "line_1")
                        .questions())
                .extracting(Question::name)
                .containsExactly("line_1", "c", "b");
    }
}
