package org.opensocialnet.treasury;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.budget.Envelope;
import org.opensocialnet.budget.Shares;
import org.opensocialnet.budget.Statement;
import org.opensocialnet.budget.Statement.Entry;
import org.opensocialnet.kernel.Money;
import org.opensocialnet.web.Spreadsheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Fact;
import org.springframework.stereotype.Component;

/** The lines of the book for accounting, each with the funders' parts of what was spent by it. */
@Component
class Journal {

    private static final int AT_ONCE = 1_000;

    private final Statement statement;

    Journal(Statement statement) {
        this.statement = statement;
    }

    /** What each column says, in their order. */
    static List<Fact> columns(Envelope envelope, Words t) {
        var columns = new ArrayList<Fact>();
        columns.add(new Fact("act", t.of("treasury.column.act")));
        columns.add(new Fact("day", t.of("treasury.column.day")));
        columns.add(new Fact("movement", t.of("treasury.column.movement")));
        columns.add(new Fact("amount", t.of("treasury.column.amount")));
        columns.add(new Fact("spent", t.of("treasury.column.spent")));
        for (int place = 1; place <= envelope.terms().funders().size(); place++) {
            columns.add(new Fact(
                    "spent_funder_" + place,
                    t.of(
                            "treasury.column.funder",
                            envelope.terms().funders().get(place - 1).name())));
        }
        columns.add(new Fact("other_envelope", t.of("treasury.column.other")));
        columns.add(new Fact("room", t.of("treasury.column.room")));
        columns.add(new Fact("reference", t.of("treasury.column.reference")));
        columns.add(new Fact("category", t.of("treasury.column.category")));
        columns.add(new Fact("group", t.of("treasury.column.group")));
        columns.add(new Fact("zone", t.of("treasury.column.zone")));
        columns.add(new Fact("supplier", t.of("treasury.column.supplier")));
        columns.add(new Fact("note", t.of("treasury.column.note")));
        return columns;
    }

    void write(Spreadsheet kind, Envelope envelope, LocalDate from, LocalDate to, OutputStream out, Words t)
            throws IOException {
        var header = columns(envelope, t).stream().map(Fact::name).toList();
        var running = new Running(envelope, statement.spentBefore(envelope.id(), from));
        var rows = Stream.iterate(
                        page(envelope, from, to, null),
                        page -> !page.isEmpty(),
                        page -> page(envelope, from, to, page.getLast()))
                .flatMap(List::stream)
                .map(running::row);
        kind.write(out, envelope.terms().name(), header, rows);
    }

    private List<Entry> page(Envelope envelope, LocalDate from, LocalDate to, @Nullable Entry last) {
        return last == null
                ? statement.booked(envelope.id(), from, to, null, null, AT_ONCE)
                : statement.booked(envelope.id(), from, to, last.day(), last.act(), AT_ONCE);
    }

    /** The parts are of what stands, so that those of the lines add up to those of the whole. */
    private static final class Running {

        private final Envelope envelope;
        private final Shares shares;
        private Money spent;

        Running(Envelope envelope, Money spent) {
            this.envelope = envelope;
            this.shares = envelope.terms().shares();
            this.spent = spent;
        }

        List<Object> row(Entry entry) {
            var more = switch (entry.movement()) {
                case SPENT -> entry.amount();
                case RETURNED -> Money.ZERO.minus(entry.amount());
                case ALLOCATED, RESERVED, COMMITTED, RELEASED, REUSED, HANDED_BACK, REALLOCATED -> Money.ZERO;
            };
            var after = spent.plus(more);
            var purpose = entry.purpose();
            var leaves = entry.other() != null && entry.envelope().equals(envelope.id());
            var cells = new ArrayList<Object>();
            cells.add(entry.act());
            cells.add(entry.day());
            cells.add(entry.movement().code());
            cells.add(leaves ? entry.amount().euros().negate() : entry.amount().euros());
            cells.add(more.euros());
            shares.step(spent, after).forEach(part -> cells.add(part.euros()));
            var other = entry.other();
            cells.add(other == null ? "" : (entry.envelope().equals(envelope.id()) ? other : entry.envelope()).value());
            cells.add(purpose == null ? "" : purpose.room());
            cells.add(purpose == null ? "" : purpose.reference());
            cells.add(purpose == null ? "" : purpose.category());
            cells.add(purpose == null ? "" : purpose.group());
            cells.add(purpose == null ? "" : purpose.zone());
            var supplier = purpose == null ? null : purpose.supplier();
            cells.add(supplier == null ? "" : supplier);
            cells.add(entry.note());
            spent = after;
            return cells;
        }
    }
}
