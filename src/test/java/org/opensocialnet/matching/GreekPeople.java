package org.opensocialnet.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.opensocialnet.kernel.Elot743;
import org.opensocialnet.spelling.Names;

/**
 * Invented people of Athens, and doubles of them with the errors that offices make: each double has one to three of the
 * seventeen kinds. Siblings live together and share surname, father, phone and address.
 */
public final class GreekPeople {

    public static final Form FORM = Form.of(List.of(
            new Field("given", Kind.GIVEN_NAME),
            new Field("family", Kind.FAMILY_NAME),
            new Field("father", Kind.PARENT_NAME),
            new Field("birth", Kind.BIRTH_DATE),
            new Field("phone", Kind.PHONE),
            new Field("street", Kind.STREET),
            new Field("house", Kind.HOUSE_NUMBER),
            new Field("postcode", Kind.POSTCODE)));

    /** What happens to a row on its way through offices. */
    enum Slip {
        ELOT_743,
        GREEKLISH,
        ENGLISH_FORM,
        NICKNAME,
        SWAPPED_NAMES,
        NO_SURNAME,
        TYPING_ERROR,
        LETTERS_LOOK_ALIKE,
        IOTACISM,
        DAY_AND_MONTH,
        ONE_DIGIT_OF_DATE,
        YEAR_ALONE,
        NO_DATE,
        ACCENTS_AND_CASE,
        MOVED,
        OTHER_PHONE,
        MOTHERS_FORM_OF_SURNAME
    }

    private static final List<String> STREETS = List.of(
            "Αχαρνών",
            "Πατησίων",
            "Λιοσίων",
            "Αγίου Μελετίου",
            "Φυλής",
            "Ιπποκράτους",
            "Σόλωνος",
            "Ακαδημίας",
            "Πειραιώς",
            "Κωνσταντινουπόλεως",
            "Λένορμαν",
            "Δυρραχίου",
            "Ιωνίας",
            "Κύπρου",
            "Δροσοπούλου",
            "Χαλκοκονδύλη",
            "Μάρνη",
            "Αλκιβιάδου",
            "Σμύρνης",
            "Μιχαήλ Βόδα",
            "Θήρας",
            "Τροίας",
            "Σπετσών",
            "Τήνου",
            "Νάξου",
            "Ευελπίδων",
            "Κυψέλης");
    private static final List<String> ENDINGS =
            List.of("όπουλος", "ίδης", "άκης", "άδης", "έας", "άτος", "ούσης", "ίτης");
    private static final List<String> STEMS = List.of(
            "Παπαδ",
            "Γεωργι",
            "Νικολα",
            "Δημητρ",
            "Καρα",
            "Μαυρ",
            "Αναγνωστ",
            "Οικονομ",
            "Χατζ",
            "Κωνσταντιν",
            "Αθανασ",
            "Βασιλ",
            "Θεοδωρ",
            "Ξενοφ",
            "Λαμπρ",
            "Ραφτ",
            "Τσαγκ",
            "Μπαλτ",
            "Στεφαν",
            "Φωτ",
            "Αλεξ",
            "Σταυρ",
            "Ζαχαρ",
            "Κυριακ",
            "Δοξ",
            "Πετρ",
            "Μιχ",
            "Σαρρ",
            "Ψαρρ",
            "Γκιων");

    private final Random random;
    private final List<String> given;
    private final List<String> families;
    public final List<List<String>> rows = new ArrayList<>();
    public final List<Integer> person = new ArrayList<>();

    private GreekPeople(Random random, List<String> given, List<String> families) {
        this.random = random;
        this.given = given;
        this.families = families;
    }

    /** So many people, every third of them twice or more. Names of the shared data where they are there. */
    public static GreekPeople of(long seed, int people, Path sharedNames) throws IOException {
        var given = new ArrayList<String>();
        var families = new ArrayList<String>();
        Names.table().stream().limit(170).forEach(line -> given.add(line.getFirst()));
        if (Files.exists(sharedNames)) {
            for (var line : Files.readAllLines(sharedNames)) {
                var cells = line.split(",");
                if (cells[0].startsWith("first_names")) {
                    given.add(cells[1]);
                } else if (cells[0].startsWith("last_names")) {
                    families.add(cells[1]);
                }
            }
        }
        STEMS.forEach(stem -> ENDINGS.forEach(ending -> families.add(stem + ending)));
        var all = new GreekPeople(new Random(seed), given, families);
        for (int number = 0; number < people; number++) {
            all.add(number);
        }
        return all;
    }

    private void add(int number) {
        boolean sibling = number > 0 && random.nextInt(12) == 0;
        var row = sibling ? sibling(rows.get(rows.size() - 1)) : somebody();
        rows.add(row);
        person.add(number);
        int doubles = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
        for (int at = 0; at < doubles; at++) {
            rows.add(spoilt(row));
            person.add(number);
        }
    }

    /** Names are as unequally frequent as in life. */
    private String one(List<String> names) {
        double skew = Math.pow(random.nextDouble(), 1.8);
        return names.get((int) (skew * names.size()));
    }

    private List<String> somebody() {
        var row = new ArrayList<String>();
        for (var field : FORM.fields()) {
            row.add(
                    switch (field.kind()) {
                        case GIVEN_NAME, PARENT_NAME -> one(given);
                        case FAMILY_NAME -> one(families);
                        case BIRTH_DATE -> date();
                        case PHONE -> "69%08d".formatted(random.nextInt(100_000_000));
                        case STREET -> STREETS.get(random.nextInt(STREETS.size()));
                        case HOUSE_NUMBER -> Integer.toString(1 + random.nextInt(180));
                        default -> "1%d%02d".formatted(0 + random.nextInt(2), random.nextInt(80)) + random.nextInt(10);
                    });
            boolean unknown =
                    random.nextInt(10) == 0 && field.kind() != Kind.GIVEN_NAME && field.kind() != Kind.FAMILY_NAME;
            if (unknown) {
                row.set(row.size() - 1, "");
            }
        }
        return row;
    }

    private String date() {
        return "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1940 + random.nextInt(75));
    }

    private List<String> sibling(List<String> of) {
        var row = new ArrayList<>(of);
        set(row, Kind.GIVEN_NAME, this::anotherThan);
        set(row, Kind.BIRTH_DATE, before -> date());
        return row;
    }

    /** Parents do not give two children one name, nor Apostolia to the sister of Apostolos. */
    private String anotherThan(String name) {
        var other = one(given);
        return Names.consonants(other).regionMatches(0, Names.consonants(name), 0, 3) ? anotherThan(name) : other;
    }

    private List<String> spoilt(List<String> row) {
        var copy = new ArrayList<>(row);
        int slips = 1 + random.nextInt(3);
        for (int at = 0; at < slips; at++) {
            spoil(copy, Slip.values()[random.nextInt(Slip.values().length)]);
        }
        return copy;
    }

    private void spoil(List<String> row, Slip slip) {
        switch (slip) {
            case ELOT_743 -> names(row, Elot743::latin);
            case GREEKLISH -> names(row, GreekPeople::greeklish);
            case ENGLISH_FORM, NICKNAME -> set(row, Kind.GIVEN_NAME, this::familiar);
            case SWAPPED_NAMES -> {
                var family = value(row, Kind.FAMILY_NAME);
                set(row, Kind.FAMILY_NAME, before -> value(row, Kind.GIVEN_NAME));
                set(row, Kind.GIVEN_NAME, before -> family);
            }
            case NO_SURNAME -> set(row, Kind.FAMILY_NAME, before -> "");
            case TYPING_ERROR -> set(row, random.nextBoolean() ? Kind.GIVEN_NAME : Kind.FAMILY_NAME, this::typo);
            case LETTERS_LOOK_ALIKE ->
                names(row, name -> name.replace("ν", "υ").replace("ο", "σ").replace("rn", "m"));
            case IOTACISM -> names(row, GreekPeople::misspelt);
            case DAY_AND_MONTH ->
                set(
                        row,
                        Kind.BIRTH_DATE,
                        d -> d.length() < 10 ? d : d.substring(3, 6) + d.substring(0, 3) + d.substring(6));
            case ONE_DIGIT_OF_DATE ->
                set(row, Kind.BIRTH_DATE, d -> d.isEmpty() ? d : d.substring(0, d.length() - 1) + random.nextInt(10));
            case YEAR_ALONE -> set(row, Kind.BIRTH_DATE, d -> d.length() < 10 ? d : d.substring(6));
            case NO_DATE -> set(row, Kind.BIRTH_DATE, d -> "");
            case ACCENTS_AND_CASE -> names(row, name -> name.toUpperCase(java.util.Locale.ROOT));
            case MOVED -> {
                var elsewhere = somebody();
                for (var kind : List.of(Kind.STREET, Kind.HOUSE_NUMBER, Kind.POSTCODE)) {
                    set(row, kind, before -> value(elsewhere, kind));
                }
            }
            case OTHER_PHONE -> set(row, Kind.PHONE, before -> "21%08d".formatted(random.nextInt(100_000_000)));
            case MOTHERS_FORM_OF_SURNAME ->
                set(
                        row,
                        Kind.FAMILY_NAME,
                        n -> n.endsWith("ος") ? n.substring(0, n.length() - 2) + "ου" : n.replaceAll("ς$", ""));
        }
    }

    private static int place(Kind kind) {
        return FORM.fields().stream().map(Field::kind).toList().indexOf(kind);
    }

    private static String value(List<String> row, Kind kind) {
        return row.get(place(kind));
    }

    private static void set(List<String> row, Kind kind, Function<String, String> change) {
        row.set(place(kind), change.apply(value(row, kind)));
    }

    private static void names(List<String> row, Function<String, String> change) {
        set(row, Kind.GIVEN_NAME, change);
        set(row, Kind.FAMILY_NAME, change);
    }

    private String familiar(String name) {
        var line = Names.table().stream()
                .filter(names -> names.getFirst().equals(name))
                .findFirst();
        return line.map(names -> names.get(random.nextInt(names.size()))).orElse(name);
    }

    private String typo(String name) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 2 -> name.substring(0, at) + "αερτκσ".charAt(random.nextInt(6)) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
    }

    private static String misspelt(String name) {
        return name.replace("η", "ι")
                .replace("ω", "ο")
                .replace("αι", "ε")
                .replace("λλ", "λ")
                .replace("ύ", "ί");
    }

    private static final Map<String, String> GREEKLISH = Map.ofEntries(
            Map.entry("θ", "8"),
            Map.entry("ω", "w"),
            Map.entry("ώ", "w"),
            Map.entry("η", "h"),
            Map.entry("ή", "h"),
            Map.entry("χ", "x"),
            Map.entry("ξ", "ks"),
            Map.entry("υ", "u"),
            Map.entry("ύ", "u"),
            Map.entry("ψ", "ps"));

    private static String greeklish(String name) {
        var text = name.toLowerCase(java.util.Locale.ROOT);
        for (var each : GREEKLISH.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return Elot743.latin(text);
    }
}
