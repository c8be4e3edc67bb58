package org.opensocialnet.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.kernel.Seeded;

class ProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Monday-Friday, 8:30-5                        | MO,TU,WE,TH,FR 08:30-17:00
                    Monday-Thursday, 8:30-5; Friday, 8:30-4      | MO,TU,WE,TH 08:30-17:00; FR 08:30-16:00
                    Monday-Friday, 9-12, 1-5                     | MO,TU,WE,TH,FR 09:00-12:00; MO,TU,WE,TH,FR 13:00-17:00
                    Daily, 9 a.m.-5 p.m.                         | MO,TU,WE,TH,FR,SA,SU 09:00-17:00
                    24 hours a day                               | always
                    24 hours a day, 7 days a week                | always
                    24/7                                         | always
                    Mon-Fri 24 hours                             | MO,TU,WE,TH,FR 00:00-00:00
                    Tues. & Thurs., 2-6:30                       | TU,TH 14:00-18:30
                    Mon/Wed/Fri: 10am to 2pm                     | MO,WE,FR 10:00-14:00
                    Friday-Monday, 10-6                          | MO,FR,SA,SU 10:00-18:00
                    Weekdays from 9 until 5                      | MO,TU,WE,TH,FR 09:00-17:00
                    Saturday, 8-11, 1-4                          | SA 08:00-11:00; SA 13:00-16:00
                    Monday-Friday, 10-noon                       | MO,TU,WE,TH,FR 10:00-12:00
                    Daily, 7:30 am-12 midnight                   | MO,TU,WE,TH,FR,SA,SU 07:30-00:00
                    Daily, 6 pm-8 am                             | MO,TU,WE,TH,FR,SA,SU 18:00-08:00
                    Sunday, 3-7:30 pm                            | SU 15:00-19:30
                    Monday, 9-5 pm                               | MO 09:00-17:00
                    Mon-Fri 9-5, Sat 10-2                        | MO,TU,WE,TH,FR 09:00-17:00; SA 10:00-14:00
                    Monday-Friday, 9-5. Closed weekends.         | MO,TU,WE,TH,FR 09:00-17:00
                    Monday-Friday, 9-5 (closed federal holidays) | MO,TU,WE,TH,FR 09:00-17:00
                    First and third Saturday of the month, 12-3  | 1SA,3SA 12:00-15:00
                    By appointment                               | by appointment
                    Monday, 9-5 by appointment                   | MO 09:00-17:00 by appointment
                    By appointment: Monday-Friday, 8-5           | MO,TU,WE,TH,FR 08:00-17:00 by appointment
                    Monday-Friday, 9-5; Saturday by appointment  | MO,TU,WE,TH,FR 09:00-17:00; SA by appointment
                    Monday, 9-5, and by appointment              | MO 09:00-17:00; by appointment
                    Monday, 9-5, or by appointment               | MO 09:00-17:00; by appointment
                    """)
    void readsEnglish(String text, String hours) {
        assertThat(read(text)).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Δευτέρα–Παρασκευή 09:00–15:00                     | MO,TU,WE,TH,FR 09:00-15:00
                    Δευτ.-Παρ. 8:30-14:30                             | MO,TU,WE,TH,FR 08:30-14:30
                    ΔΕΥΤΕΡΑ ΕΩΣ ΠΑΡΑΣΚΕΥΗ: 8.00 – 16.00               | MO,TU,WE,TH,FR 08:00-16:00
                    καθημερινά 10:00-18:00                            | MO,TU,WE,TH,FR,SA,SU 10:00-18:00
                    Καθημερινές 8:00-15:00                            | MO,TU,WE,TH,FR 08:00-15:00
                    όλο το 24ωρο                                      | always
                    24ωρη λειτουργία                                  | always
                    Ανοιχτά όλο το 24ωρο, καθημερινά                  | always
                    κατόπιν ραντεβού                                  | by appointment
                    Τρίτη και Πέμπτη 17:00-20:30, με ραντεβού         | TU,TH 17:00-20:30 by appointment
                    Δευτέρα, Τετάρτη, Παρασκευή: 9:00–13:00           | MO,WE,FR 09:00-13:00
                    Τρίτη, Πέμπτη 9 π.μ. – 1 μ.μ.                     | TU,TH 09:00-13:00
                    Δευτέρα έως Παρασκευή από 09:00 έως 14:00 και από 17:00 έως 20:00 | MO,TU,WE,TH,FR 09:00-14:00; MO,TU,WE,TH,FR 17:00-20:00
                    Δευ-Πεμ 08:00-16:00, Παρ 08:00-14:00              | MO,TU,WE,TH 08:00-16:00; FR 08:00-14:00
                    Πέμπτη 9:00-12:00                                 | TH 09:00-12:00
                    Κάθε Σάββατο 10:00-13:00                          | SA 10:00-13:00
                    Καθημερινά 20:00-08:00                            | MO,TU,WE,TH,FR,SA,SU 20:00-08:00
                    Δευτέρα–Παρασκευή 09:00–15:00, εκτός αργιών       | MO,TU,WE,TH,FR 09:00-15:00
                    Σαββατοκύριακα κλειστά. Δευτέρα-Παρασκευή 9:00-17:00 | MO,TU,WE,TH,FR 09:00-17:00
                    Ώρες λειτουργίας: Δευτέρα - Κυριακή 07:00-23:00   | MO,TU,WE,TH,FR,SA,SU 07:00-23:00
                    1η και 3η Τετάρτη του μήνα 10:00-12:00            | 1WE,3WE 10:00-12:00
                    """)
    void readsGreek(String text, String hours) {
        assertThat(read(text)).isEqualTo(hours);
    }

    @Test
    void publicHolidaysThatAreNamedCount() {
        assertThat(Prose.schedules("Δευτέρα-Κυριακή και αργίες 09:00-21:00")).isEmpty();
        assertThat(Prose.schedules("Daily, 9-5, including holidays")
                        .orElseThrow()
                        .getFirst()
                        .holidays())
                .isEqualTo("as-usual");
        assertThat(Prose.schedules("24/7").orElseThrow().getFirst().holidays()).isEqualTo("as-usual");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Vary",
                "9-5",
                "Monday-Friday",
                "Daily",
                "Monday-Friday, 8-9",
                "Saturday, 8-11",
                "Saturday, 8-9, 10-12",
                "Monday-Friday, 6:30-6",
                "Monday-Friday, 5-9",
                "Tuesday, 7-9:30 pm",
                "Monday-Friday, 10 pm-6",
                "Monday-Friday, 2-1",
                "Monday-Friday, 1-5, 9-12",
                "Monday-Firday, 9-5",
                "Monday-Friday, 9-45",
                "Monday-Friday, 9:75-5",
                "Monday-Friday, 9-5 (EST)",
                "Monday-Friday, 9-5; some evenings",
                "Monday-Friday, 9-5; Wednesday, 9-7",
                "Monday-Friday, 9-5; closed Friday",
                "Monday-Friday, 9-5; by appointment",
                "Monday-Thursday, 7:30-5:30; Friday, 8-5. Closed alternate Fridays",
                "Every other Monday, 9-5",
                "First Monday, 9-5",
                "Monday of the month, 9-5",
                "Up to 24 hours per day",
                "24 hours daily for crisis hotline",
                "Daily, dawn to dusk",
                "Office: Monday-Friday, 8-5",
                "June-August, Monday-Friday, 9-5",
                "Weekdays-Sunday, 9-5",
                "Δευτέρα 9-5",
                "Δευτέρα 6:00-9:00",
                "Δευτέρα 24:00-09:00",
                "Monday 24-17:00",
                "Δευτέρα-Παρασκευή",
                "Δευτέρα-Παρασκευή πρωί",
                "Καθημερινά εκτός Κυριακής 10:00-18:00",
                "Καλέστε για τις ώρες"
            })
    void staysSilentWhereItIsNotCertain(String text) {
        assertThat(Prose.schedules(text)).isEmpty();
    }

    @Seeded
    void neverStumbles(Random random) {
        var words =
                "Monday - , ; 9 5 17:00 noon by appointment 24 hours closed first of the month Δευτέρα έως & am pm ( ) : or"
                        .split(" ");
        var text = random.ints(random.nextInt(15), 0, words.length)
                .mapToObj(word -> words[word])
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
        Prose.schedules(text).ifPresent(schedules -> {
            assertThat(schedules).isNotEmpty();
            assertThat(OpeningHours.of(schedules, List.of(), Holidays.NONE).isKnown())
                    .as(text)
                    .isTrue();
        });
    }

    @Test
    void readsMostOfWhatACountyWrites() throws IOException {
        var given = System.getProperty(
                "OSN_SHARED_DATA", System.getenv().getOrDefault("OSN_SHARED_DATA", "../shared/data"));
        var file = Path.of(given, "directory", "san-mateo-hsds3.zip");
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file + "; OSN_SHARED_DATA names its place");
        var texts = descriptions(file);
        long read =
                texts.stream().filter(text -> Prose.schedules(text).isPresent()).count();
        assertThat(texts).hasSizeGreaterThan(900);
        assertThat(100 * read / texts.size()).as("percent read").isGreaterThanOrEqualTo(75);
    }

    private static List<String> descriptions(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = Objects.requireNonNull(zip.getEntry("schedules.csv"));
            var text = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8);
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            try (var rows = format.parse(text)) {
                return rows.stream().map(row -> row.get("description")).toList();
            }
        }
    }

    private static String read(String text) {
        return Prose.schedules(text).orElseThrow().stream().map(ProseTest::told).collect(Collectors.joining("; "));
    }

    private static String told(Schedule schedule) {
        if (schedule.equals(Schedule.always())) {
            return "always";
        }
        var hours = schedule.opensAt() == null ? "" : schedule.opensAt() + "-" + schedule.closesAt();
        var days = schedule.byday() == null ? "" : schedule.byday();
        return String.join(" ", days, hours, schedule.byAppointment() ? "by appointment" : "")
                .replaceAll(" +", " ")
                .strip();
    }
}
