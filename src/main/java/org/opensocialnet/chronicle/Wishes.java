package org.opensocialnet.chronicle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import org.opensocialnet.goods.Item;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.ledger.Amount.Unit;
import org.opensocialnet.people.PersonId;
import org.opensocialnet.support.Asker;
import org.opensocialnet.support.Line;
import org.opensocialnet.support.Thing;

/**
 * Two hundred requests of the invented city, from one seed: what is asked for, by whom, where, and how far it comes.
 *
 * @param persons whom the demo city invented with a name, by the short name of the organisation that knows them
 */
record Wishes(
        List<Door> doors, Map<String, Item> goods, Map<String, List<PersonId>> persons, LocalDate anchor, Lot lot) {

    private static final int ROUND = 20;
    private static final int FIVES = 5;
    private static final int MOST_PEOPLE = 30;

    /** One row of the text: what might be asked for. */
    private record Sketch(
            String kind,
            String what,
            Unit unit,
            int least,
            int most,
            String type,
            String group,
            String title,
            String why) {

        static Sketch of(String row) {
            var cells = row.split("\\|");
            return new Sketch(
                    cells[0],
                    cells[1],
                    Unit.of(cells[2]),
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    cells[5],
                    cells[6],
                    cells[7],
                    cells[8]);
        }
    }

    List<Wish> all() {
        var sketches = sketches();
        var wishes = new ArrayList<Wish>();
        for (var fate : Fate.values()) {
            for (int i = 0; i < fate.howMany(); i++) {
                wishes.add(wish(fate, i, sketches));
            }
        }
        return wishes;
    }

    private Wish wish(Fate fate, int number, List<Sketch> sketches) {
        var name = "request " + fate + " " + number;
        var chance = lot.of(name);
        var day = anchor.minusDays(fate.age(chance.nextDouble()));
        var door = doors.get(chance.nextInt(doors.size()));
        var zone = door.zones().isEmpty() ? Facts.FAR : door.zones().getFirst();
        var asker = asker(door, chance);
        boolean alone = asker instanceof Asker.ForPerson;
        var lines = new ArrayList<Line>();
        var first = sketches.get(chance.nextInt(sketches.size()));
        lines.add(line(first, zone, alone, day, chance));
        for (int more = chance.nextInt(10) / 4; more > 0; more--) {
            lines.add(line(sketches.get(chance.nextInt(sketches.size())), zone, alone, day, chance));
        }
        var title = "%s, %sη Κοινότητα".formatted(first.title(), zone.substring(zone.length() - 1));
        return new Wish(Lot.form(name), asker, title, first.why(), lines, day, fate);
    }

    private Asker asker(Door door, SplittableRandom chance) {
        return switch (chance.nextInt(10)) {
            case 0, 1 -> forPerson(chance);
            case 2 -> new Asker.OfPublic();
            case 3 -> new Asker.OfTeam(door.organization());
            case 4 -> new Asker.OfTeam(null);
            default -> new Asker.OfOrganization(door.organization());
        };
    }

    /** A caseworker asks for one of the invented people whom her organisation knows. */
    private Asker forPerson(SplittableRandom chance) {
        var knows = doors.stream()
                .filter(door -> !persons.getOrDefault(door.body(), List.of()).isEmpty())
                .toList();
        if (knows.isEmpty()) {
            return new Asker.OfTeam(null);
        }
        var door = knows.get(chance.nextInt(knows.size()));
        var known = Objects.requireNonNull(persons.get(door.body()));
        return new Asker.ForPerson(door.organization(), known.get(chance.nextInt(known.size())));
    }

    private Line line(Sketch sketch, String zone, boolean alone, LocalDate day, SplittableRandom chance) {
        int drawn = sketch.least() + chance.nextInt(1 + (sketch.most() - sketch.least()) / (alone ? 4 : 1));
        int quantity = drawn > ROUND ? drawn - drawn % FIVES : drawn;
        int people = alone ? 1 : Math.clamp(quantity / 3, 1, MOST_PEOPLE);
        return new Line(
                Uuid7.next(),
                new UUID(0, 0),
                thing(sketch),
                BigDecimal.valueOf(quantity),
                sketch.unit(),
                people,
                sketch.type(),
                sketch.group(),
                zone,
                day.plusDays(20 + chance.nextInt(60)),
                null,
                "",
                chance.nextInt(5) < 2,
                true,
                Line.Come.NOTHING);
    }

    private Thing thing(Sketch sketch) {
        var item = goods.get(sketch.what());
        var ends = sketch.what().split(">");
        return Thing.of(sketch.kind(), item == null ? null : item.id(), ends[0], ends.length > 1 ? ends[1] : "");
    }

    private static List<Sketch> sketches() {
        try (InputStream in = Objects.requireNonNull(Wishes.class.getResourceAsStream("/chronicle/wishes.psv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Sketch::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
