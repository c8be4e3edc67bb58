package org.opensocialnet.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opensocialnet.forms.Comparison.Edition;
import org.opensocialnet.forms.Comparison.Figure;

/** Two editions beside each other: December asked three organisations, May others. */
class ComparisonTest {

    static final UUID KITCHEN = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    static final UUID SHELTER = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    static final UUID CLINIC = UUID.fromString("00000000-0000-0000-0000-00000000000c");

    static final Question STAFF = Question.of("staff", Kind.NUMBER, new Bilingual("Εργαζόμενοι", "Staff"));
    static final Question OPEN = Question.of("open", Kind.ONE, new Bilingual("Ανοιχτά;", "Open?"))
            .offering(List.of(
                    new Option("yes", new Bilingual("Ναι", "Yes")), new Option("no", new Bilingual("Όχι", "No"))));
    static final Question PLACES = Question.of("places", Kind.TABLE, new Bilingual("Θέσεις", "Places"))
            .asking(List.of(
                    Question.of("group", Kind.ONE, new Bilingual("Ομάδα", "Group"))
                            .offering(List.of(
                                    new Option("women", new Bilingual("Γυναίκες", "Women")),
                                    new Option("men", new Bilingual("Άνδρες", "Men")))),
                    Question.of("total", Kind.NUMBER, new Bilingual("Σύνολο", "Total"))));

    static Blueprint form(Question... questions) {
        return new Blueprint(new Bilingual("Χαρτογράφηση", "Mapping"), List.of(questions));
    }

    /** "staff=4", "places.1.total=10". */
    static Entries said(String... answers) {
        var texts = new HashMap<Spot, String>();
        for (var answer : answers) {
            var parts = answer.split("=", 2);
            var at = parts[0].split("\\.");
            texts.put(at.length == 1 ? Spot.of(at[0]) : new Spot(at[0], at[1], at[2]), parts[1]);
        }
        return new Entries(texts);
    }

    static Figure figure(Comparison comparison, String line, String part) {
        return comparison.lines().stream()
                .filter(each -> each.label().english().equals(line))
                .flatMap(each -> each.figures().stream())
                .filter(each -> each.part().english().equals(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void moreAnswersAreNotMoreStaff() {
        var comparison = new Comparison(
                new Edition(form(STAFF), Map.of(KITCHEN, said("staff=4"))),
                new Edition(form(STAFF), Map.of(KITCHEN, said("staff=3"), SHELTER, said("staff=10"))),
                Offering.NOTHING);
        var staff = figure(comparison, "Staff", "");
        assertThat(staff.first()).isEqualTo(4);
        assertThat(staff.second()).isEqualTo(13);
        assertThat(staff.difference()).isEqualTo(-1);
        assertThat(comparison.answeredBoth()).isEqualTo(1);
    }

    @Test
    void whatWasNotAskedIsNotNought() {
        var comparison = new Comparison(
                new Edition(form(STAFF), Map.of(KITCHEN, said("staff=4"))),
                new Edition(form(OPEN), Map.of(KITCHEN, said("open=yes"))),
                Offering.NOTHING);
        assertThat(figure(comparison, "Staff", "").second()).isNull();
        assertThat(figure(comparison, "Open?", "Yes").first()).isNull();
        assertThat(figure(comparison, "Open?", "No").second()).isZero();
        assertThat(figure(comparison, "Open?", "Yes").difference()).isNull();
    }

    @Test
    void placesAreAddedUpForEachGroup() {
        var comparison = new Comparison(
                new Edition(
                        form(PLACES),
                        Map.of(
                                KITCHEN,
                                said("places.1.group=women", "places.1.total=10", "places.2.total=5"),
                                CLINIC,
                                said("places.1.group=men", "places.1.total=1"))),
                new Edition(
                        form(PLACES),
                        Map.of(
                                KITCHEN,
                                said(
                                        "places.1.group=women",
                                        "places.1.total=12",
                                        "places.2.group=men",
                                        "places.2.total=7"))),
                Offering.NOTHING);
        assertThat(figure(comparison, "Total", "").first()).isEqualTo(16);
        assertThat(figure(comparison, "Total", "").difference()).isEqualTo(4);
        assertThat(figure(comparison, "Total", "Women").difference()).isEqualTo(2);
        assertThat(figure(comparison, "Total", "Men").firstOfBoth()).isZero();
        assertThat(figure(comparison, "Places", "").firstOfBoth()).isEqualTo(2);
    }
}
