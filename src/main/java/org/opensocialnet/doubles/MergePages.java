package org.opensocialnet.doubles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.doubles.Comparison.Field;
import org.opensocialnet.doubles.Comparison.Group;
import org.opensocialnet.doubles.Comparison.Same;
import org.opensocialnet.doubles.Lookalikes.Pair;
import org.opensocialnet.doubles.Lookalikes.State;
import org.opensocialnet.doubles.Merging.Take;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Parts.Note;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.PublicPages;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two records side by side, chosen between field by field, looked at as one, and made one. */
@Controller
@RequestMapping(PairPages.PATH + "/{pair}")
class MergePages {

    private static final String LEFT = "left";
    private static final String RIGHT = "right";
    private static final String BOTH = "both";

    private final Lookalikes pairs;
    private final Mergers mergers;
    private final Comparison comparison;
    private final PublicPages publicPages;
    private final TransactionOperations transactions;

    MergePages(
            Lookalikes pairs,
            Mergers mergers,
            Comparison comparison,
            PublicPages publicPages,
            TransactionOperations transactions) {
        this.pairs = pairs;
        this.mergers = mergers;
        this.comparison = comparison;
        this.publicPages = publicPages;
        this.transactions = transactions;
    }

    record PairPage(
            Pair pair,
            Side left,
            Side right,
            List<String> evidence,
            List<Field> fields,
            List<Group> groups,
            List<Same> same) {

        boolean open() {
            return pair.state() == State.OPEN && left.inUse() && right.inUse();
        }
    }

    @GetMapping
    ModelAndView pair(@PathVariable UUID pair, SignedIn me, Words t) {
        var page = page(pair, me, t);
        var form = Form.fresh(t).with("stays", LEFT);
        for (var field : page.fields()) {
            form.with("f-" + field.column(), field.left().isEmpty() ? RIGHT : LEFT);
        }
        for (var group : page.groups()) {
            form.with("g-" + group.table(), BOTH);
        }
        return form.page("doubles/pair", page).addObject("me", me);
    }

    private PairPage page(UUID id, SignedIn me, Words t) {
        var pair = pairs.one(id);
        var left = mergers.side(me, pair.left());
        var right = mergers.side(me, pair.right());
        return new PairPage(
                pair,
                left,
                right,
                PairPages.evidence(t, pair),
                comparison.fields(left, right, t),
                comparison.groups(left, right, t),
                comparison.same(left, right, t));
    }

    /** The public page of what would be left, of a directory nobody keeps. */
    @PostMapping("/preview")
    ModelAndView preview(
            @PathVariable UUID pair,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            HttpServletRequest request,
            HttpServletResponse response) {
        var page = mustBeOpen(page(pair, me, t));
        var form = Form.sent(typed, t);
        var choice = choice(form, page, t);
        if (choice == null) {
            return form.again("doubles/pair", page).addObject("me", me);
        }
        var target = "/" + page.pair().kind() + "/" + choice.stays();
        try {
            var shown = transactions.execute(status -> {
                status.setRollbackOnly();
                mergers.tryOut(me, page.pair(), choice);
                return publicPages.page(target, request, response);
            });
            return Objects.requireNonNull(shown)
                    .addObject(
                            Note.class.getName(),
                            new Note(t.of("doubles.preview.note"), page.pair().path(), t.of("doubles.preview.back")));
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return new ModelAndView("doubles/unseen", Map.of("page", page, "me", me));
        }
    }

    @PostMapping("/merger")
    ModelAndView merge(
            @PathVariable UUID pair,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var page = mustBeOpen(page(pair, me, t));
        var form = Form.sent(typed, t);
        var choice = choice(form, page, t);
        if (choice == null) {
            return form.again("doubles/pair", page).addObject("me", me);
        }
        mergers.merge(me, page.pair(), choice);
        Said.done(t.of("doubles.merge.done")).undo(page.pair().path() + "/undo").on(redirect);
        return new ModelAndView("redirect:" + t.link(PairPages.PATH));
    }

    @PostMapping("/undo")
    ModelAndView undo(@PathVariable UUID pair, SignedIn me, Words t, RedirectAttributes redirect) {
        mergers.undo(me, pairs.one(pair));
        Said.done(t.of("doubles.undo.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link(PairPages.PATH + "/" + pair));
    }

    private static PairPage mustBeOpen(PairPage page) {
        if (!page.open()) {
            throw Refusal.conflict("doubles.pair.decided");
        }
        return page;
    }

    /** What was chosen; none and the faults told where something was left open. */
    private static Mergers.@Nullable Choice choice(Form form, PairPage page, Words t) {
        boolean leftStays = form.field("stays", t.of("doubles.field.stays"))
                .oneOf(List.of(LEFT, RIGHT))
                .equals(LEFT);
        var goes = leftStays ? RIGHT : LEFT;
        var fields = new HashSet<String>();
        for (var field : page.fields()) {
            if (form.field("f-" + field.column(), field.label())
                    .oneOf(List.of(LEFT, RIGHT))
                    .equals(goes)) {
                fields.add(field.column());
            }
        }
        var groups = new HashMap<String, Take>();
        for (var group : page.groups()) {
            var taken = form.field("g-" + group.table(), group.label()).oneOf(List.of(LEFT, RIGHT, BOTH));
            groups.put(group.table(), taken.equals(BOTH) ? Take.BOTH : taken.equals(goes) ? Take.GOES : Take.STAYS);
        }
        return form.sound()
                ? new Mergers.Choice(
                        leftStays ? page.pair().leftId() : page.pair().rightId(), fields, groups)
                : null;
    }
}
