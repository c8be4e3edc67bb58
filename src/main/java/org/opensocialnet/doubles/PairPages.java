package org.opensocialnet.doubles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.chores.Chore;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.directory.RecordRow;
import org.opensocialnet.directory.WholeRecords;
import org.opensocialnet.doubles.Lookalikes.Pair;
import org.opensocialnet.doubles.Lookalikes.State;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pairs that wait for a decision, those that were decided, and the search for new ones. */
@Controller
@RequestMapping(PairPages.PATH)
class PairPages {

    static final String PATH = "/desk/doubles";

    private final Lookalikes pairs;
    private final Chores chores;
    private final WholeRecords records;
    private final TransactionOperations transactions;

    PairPages(Lookalikes pairs, Chores chores, WholeRecords records, TransactionOperations transactions) {
        this.pairs = pairs;
        this.chores = chores;
        this.records = records;
        this.transactions = transactions;
    }

    /** One of a pair in a list. */
    record Named(String name, String source) {}

    /** A pair in a list. */
    record Item(
            Pair pair,
            String kind,
            Named left,
            Named right,
            List<String> evidence,
            @Nullable String decided) {}

    record ListPage(
            List<Item> items,
            List<Choice> kinds,
            boolean filtered,
            boolean decided,
            @Nullable Chore chore,
            Paging paging) {

        boolean underWay() {
            return chore != null && chore.open();
        }

        boolean interrupted() {
            return chore != null && (chore.state() == Chore.State.ABANDONED || chore.state() == Chore.State.FAILED);
        }

        boolean searched() {
            return chore != null && chore.state() == Chore.State.DONE;
        }
    }

    @GetMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            SignedIn me,
            Words t) {
        var wanted = List.of("organization", "service", "location").contains(kind) ? kind : "";
        return list(pairs.open(wanted, page), wanted, page, false, PATH + "?kind=" + wanted, me, t);
    }

    @GetMapping("/decided")
    ModelAndView decided(@RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        return list(pairs.decided(page), "", page, true, PATH + "/decided?kind=", me, t);
    }

    private ModelAndView list(
            List<Pair> found, String kind, int page, boolean decided, String here, SignedIn me, Words t) {
        var shown = found.stream().limit(Lookalikes.PAGE).toList();
        var names = names(shown, t);
        var nameless = new Named(t.of("doubles.nameless"), "");
        var items = shown.stream()
                .map(pair -> new Item(
                        pair,
                        kindWord(t, pair.kind()),
                        names.getOrDefault(pair.leftId(), nameless),
                        names.getOrDefault(pair.rightId(), nameless),
                        evidence(t, pair),
                        decision(t, pair)))
                .toList();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("kind", kind);
        var kinds = new ArrayList<Choice>();
        kinds.add(new Choice("", t.of("doubles.kind.all")));
        for (var each : List.of("organization", "service", "location")) {
            kinds.add(new Choice(each, kindWord(t, each)));
        }
        return Form.sent(typed, t)
                .page(
                        "doubles/list",
                        new ListPage(
                                items,
                                kinds,
                                !kind.isEmpty(),
                                decided,
                                chores.of(Searching.SUBJECT).orElse(null),
                                new Paging(
                                        page > 1 ? t.link(here) : null,
                                        found.size() > Lookalikes.PAGE ? t.link(here + "&page=" + (page + 1)) : null)))
                .addObject("me", me);
    }

    /** How far a search is, in words. */
    static String step(Chore chore, Words t) {
        return switch (chore.step()) {
            case Searching.READING -> t.of("doubles.search.read", chore.done());
            case Searching.COMPARING -> t.of("doubles.search.compared", chore.done());
            default -> t.of("doubles.search.waiting");
        };
    }

    /** Asks for a search; it changes no record. */
    @PostMapping("/search")
    ModelAndView search(Words t) {
        transactions.executeWithoutResult(_ -> chores.ask(Searching.CODE, Searching.SUBJECT));
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    /** Remembers that they are two; the question does not come back. */
    @PostMapping("/{pair}/different")
    ModelAndView different(@PathVariable UUID pair, SignedIn me, Words t, RedirectAttributes redirect) {
        transactions.executeWithoutResult(_ -> {
            pairs.one(pair);
            pairs.different(pair, me);
        });
        Said.done(t.of("doubles.different.done"))
                .undo(PATH + "/" + pair + "/question")
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    @PostMapping("/{pair}/question")
    ModelAndView again(@PathVariable UUID pair, Words t, RedirectAttributes redirect) {
        transactions.executeWithoutResult(_ -> {
            pairs.one(pair);
            pairs.reopen(pair, State.DIFFERENT);
        });
        Said.done(t.of("doubles.question.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PATH));
    }

    private Map<UUID, Named> names(List<Pair> some, Words t) {
        var ids = new HashMap<String, Set<UUID>>();
        for (var pair : some) {
            var of = ids.computeIfAbsent(pair.kind(), _ -> new HashSet<>());
            of.add(pair.leftId());
            of.add(pair.rightId());
        }
        return ids.entrySet().stream()
                .flatMap(each -> records.rows(each.getKey(), "id", each.getValue()).stream())
                .collect(Collectors.toMap(RecordRow::id, row -> new Named(name(row, t), row.source())));
    }

    private static String name(RecordRow row, Words t) {
        var name = t.text(
                        row.value("name") == null ? row.value("area") : row.value("name"),
                        row.values().getOrDefault("translations", "{}"),
                        "name")
                .text();
        return name.isBlank() ? t.of("doubles.nameless") : name;
    }

    private static @Nullable String decision(Words t, Pair pair) {
        var at = pair.decidedAt();
        var by = pair.decidedBy();
        return at == null || by == null
                ? null
                : t.of(
                        pair.state() == State.MERGED ? "doubles.decided.merged" : "doubles.decided.different",
                        by,
                        t.moment(at.toInstant()));
    }

    static String kindWord(Words t, String kind) {
        return t.of(
                switch (kind) {
                    case "organization" -> "doubles.kind.organization";
                    case "service" -> "doubles.kind.service";
                    default -> "doubles.kind.location";
                });
    }

    static List<String> evidence(Words t, Pair pair) {
        return pair.traits().stream()
                .map(trait -> t.of(
                        switch (trait) {
                            case IDENTIFIER -> "doubles.trait.identifier";
                            case SAME_NAME -> "doubles.trait.same-name";
                            case LIKE_NAME -> "doubles.trait.like-name";
                            case PHONE -> "doubles.trait.phone";
                            case ADDRESS -> "doubles.trait.address";
                            case EMAIL -> "doubles.trait.email";
                            case WEB -> "doubles.trait.web";
                            case NEAR -> "doubles.trait.near";
                        }))
                .toList();
    }
}
