package org.opensocialnet.mydata;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.opensocialnet.mydata.MyRecord.Reading;
import org.opensocialnet.mydata.Wish.Kind;
import org.opensocialnet.people.Fact;
import org.opensocialnet.people.FactKind;
import org.opensocialnet.web.Words;

/** Says to the person herself, in plain words, what is held of her and what was done with it. */
final class MyWords {

    private MyWords() {}

    static String of(Kind kind, Words t) {
        return switch (kind) {
            case CORRECT -> t.of("mydata.wish.correct");
            case RESTRICT -> t.of("mydata.wish.restrict");
            case ERASE -> t.of("mydata.wish.erase");
            case EXPLAIN -> t.of("mydata.wish.explain");
            case SHOW -> t.of("mydata.wish.show");
        };
    }

    static String state(Wish wish, Words t) {
        var verdict = wish.verdict();
        return verdict == null
                ? t.of("mydata.wish.waits", t.date(wish.dueOn()))
                : switch (verdict) {
                    case GRANTED -> t.of("mydata.wish.granted");
                    case REFUSED -> t.of("mydata.wish.refused");
                };
    }

    /** What was done with her record, from the trail's codes. */
    static String of(Reading reading, Words t) {
        return switch (reading.what()) {
            case "people.person.read" ->
                switch (reading.why()) {
                    case "purpose.correct", "purpose.history" -> t.of("mydata.reading.correct");
                    case "purpose.doubles", "purpose.import" -> t.of("mydata.reading.doubles");
                    case "purpose.consents", "purpose.basis" -> t.of("mydata.reading.consents");
                    case "purpose.card" -> t.of("mydata.reading.card");
                    case "purpose.my-data" -> t.of("mydata.reading.yourself");
                    default -> t.of("mydata.reading.care");
                };
            case "people.person.found", "people.person.listed" -> t.of("mydata.reading.found");
            case "people.person.registered" -> t.of("mydata.reading.registered");
            case "people.person.corrected", "people.group.added", "people.group.ended" ->
                t.of("mydata.reading.corrected");
            case "people.share.opened" -> t.of("mydata.reading.opened");
            case "people.share.closed" -> t.of("mydata.reading.closed");
            case "access.glass.read" -> t.of("mydata.reading.glass");
            case "mydata.page.opened" -> t.of("mydata.reading.yourself");
            case "mydata.wish.asked", "mydata.others.asked" -> t.of("mydata.reading.asked");
            default -> t.of("mydata.reading.other");
        };
    }

    /** What somebody did on one day, as often as it was. */
    record Seen(LocalDate day, String organization, String what, int times) {}

    /** The readings by day, for nobody reads two hundred lines. */
    static List<Seen> seen(List<Reading> readings, Words t) {
        var seen = new LinkedHashMap<Seen, Integer>();
        for (var reading : readings) {
            var day = reading.at().atZone(ZoneId.of("Europe/Athens")).toLocalDate();
            seen.merge(new Seen(day, reading.organization(), of(reading, t), 0), 1, Integer::sum);
        }
        return seen.entrySet().stream()
                .map(one -> new Seen(
                        one.getKey().day(),
                        one.getKey().organization(),
                        one.getKey().what(),
                        one.getValue()))
                .toList();
    }

    static String of(Fact fact, Words t) {
        return of(fact.kind(), t);
    }

    static String of(FactKind kind, Words t) {
        return switch (kind) {
            case GIVEN_NAME -> t.of("mydata.fact.given-name");
            case FAMILY_NAME -> t.of("mydata.fact.family-name");
            case NICKNAME -> t.of("mydata.fact.nickname");
            case FATHER -> t.of("mydata.fact.father");
            case MOTHER -> t.of("mydata.fact.mother");
            case BORN -> t.of("mydata.fact.born");
            case GENDER -> t.of("mydata.fact.gender");
            case AMKA -> t.of("mydata.fact.amka");
            case AFM -> t.of("mydata.fact.afm");
            case PAAYPA -> t.of("mydata.fact.paaypa");
            case PASSPORT -> t.of("mydata.fact.passport");
            case PHONE -> t.of("mydata.fact.phone");
            case EMAIL -> t.of("mydata.fact.email");
            case SAFE_CONTACT -> t.of("mydata.fact.safe-contact");
            case NATIONALITY -> t.of("mydata.fact.nationality");
            case LANGUAGES -> t.of("mydata.fact.languages");
            case PLACE -> t.of("mydata.fact.place");
        };
    }
}
