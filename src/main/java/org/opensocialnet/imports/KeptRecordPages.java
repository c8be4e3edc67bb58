package org.opensocialnet.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.audit.Act;
import org.opensocialnet.audit.Trail;
import org.opensocialnet.drafts.Standing;
import org.opensocialnet.drafts.Standing.State;
import org.opensocialnet.imports.LoadRecords.Outcome;
import org.opensocialnet.imports.LoadRecords.Touched;
import org.opensocialnet.intake.Difference;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records that an undo left alone, because somebody has changed them since: each is decided by itself. */
@Controller
@RequestMapping(ImportPages.PATH + "/{load}/kept")
class KeptRecordPages {

    private static final int VALUES = 60;

    private final Loads loads;
    private final LoadRecords records;
    private final LoadRecordPages shown;
    private final Reversal reversal;
    private final Standing standing;
    private final DifferenceWords words;
    private final Telling telling;
    private final Trail trail;
    private final TransactionOperations transactions;

    KeptRecordPages(
            Loads loads,
            LoadRecords records,
            LoadRecordPages shown,
            Reversal reversal,
            Standing standing,
            DifferenceWords words,
            Telling telling,
            Trail trail,
            TransactionOperations transactions) {
        this.loads = loads;
        this.records = records;
        this.shown = shown;
        this.reversal = reversal;
        this.standing = standing;
        this.words = words;
        this.telling = telling;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** One record; what the import made of its values, and what stands there today where that is something else. */
    record Kept(
            String name,
            String table,
            String kind,
            String action,
            @Nullable String desk,
            List<Items.Difference> differences) {}

    record KeptPage(Load load, List<Kept> kept, Paging paging) {}

    @GetMapping
    ModelAndView kept(@PathVariable UUID load, @RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        var known = undone(load);
        var found = records.kept(known, page);
        var some = found.stream().limit(LoadRecords.PAGE).toList();
        var names = shown.names(some);
        var differences = records.differences(known, some, VALUES);
        var kept = some.stream()
                .map(record -> new Kept(
                        names.getOrDefault(record.id(), t.of("imports.records.nameless")),
                        ImportWords.table(t, record.tableName()),
                        ImportWords.kind(t, record.kind()),
                        known.path() + "/kept/" + record.id(),
                        desk(me, record),
                        since(t, record, differences.getOrDefault(record.id(), List.of()))))
                .toList();
        var here = known.path() + "/kept";
        var paging = new Paging(
                page > 1 ? t.link(here) : null,
                found.size() > LoadRecords.PAGE ? t.link(here + "?page=" + (page + 1)) : null);
        return new ModelAndView("imports/kept")
                .addObject("page", new KeptPage(known, kept, paging))
                .addObject("me", me);
    }

    private static @Nullable String desk(SignedIn me, Touched record) {
        boolean has = List.of("organization", "service", "location").contains(record.tableName())
                && me.may(org.opensocialnet.access.Permission.DIRECTORY_KEEP);
        return has ? "/desk/records/" + record.tableName() + "/" + record.id() : null;
    }

    /** What the import brought and what stands there today. */
    private List<Items.Difference> since(Words t, Touched record, List<Difference> made) {
        var changed = standing.of(made).stream()
                .filter(value -> value.state() == State.CHANGED)
                .map(value -> new Difference(
                        value.difference().table(),
                        value.difference().id(),
                        Difference.Kind.CHANGED,
                        value.difference().column(),
                        value.difference().after(),
                        value.today()))
                .toList();
        return words.of(t, record.tableName(), changed);
    }

    @PostMapping("/{touched}")
    ModelAndView decide(
            @PathVariable UUID load,
            @PathVariable("touched") UUID record,
            @RequestParam(defaultValue = "") String choice,
            Words t,
            RedirectAttributes redirect) {
        boolean back = choice.equals("take-back");
        if (!back && !choice.equals("leave")) {
            throw Refusal.wrong("imports.kept.choose", "choice");
        }
        transactions.executeWithoutResult(_ -> {
            var known = undone(load);
            var touched = records.one(known, record)
                    .filter(found -> found.outcome() == Outcome.KEPT)
                    .orElseThrow(() -> Refusal.conflict("imports.kept.decided"));
            if (back) {
                takeBack(known, touched);
            }
            records.note(known, List.of(touched), back ? Outcome.TAKEN_BACK : Outcome.LEFT);
            trail.note(Act.on(
                    back ? "imports.record.taken-back" : "imports.record.left",
                    touched.tableName().replace('_', '-'),
                    record));
        });
        Said.done(back ? t.of("imports.kept.taken-back") : t.of("imports.kept.left"))
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(ImportPages.PATH + "/" + load + "/kept"));
    }

    private Load undone(UUID id) {
        var load = loads.one(id);
        if (!load.is(Load.State.UNDONE) || !load.hasDetails()) {
            throw Refusal.conflict("imports.load.no-details");
        }
        return load;
    }

    private void takeBack(Load load, Touched touched) {
        var publicBefore = telling.publicNow(List.of(touched));
        if (!reversal.takeBack(load, List.of(touched)).isEmpty()) {
            throw Refusal.conflict("imports.undo.refused");
        }
        telling.takenBack(load, List.of(touched), publicBefore);
    }
}
