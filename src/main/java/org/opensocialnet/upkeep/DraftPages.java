package org.opensocialnet.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.drafts.ChangeBook;
import org.opensocialnet.drafts.ChangeBook.Collision;
import org.opensocialnet.drafts.Draft;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.Publication;
import org.opensocialnet.intake.IntakeProblem;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Parts.Note;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Difference;
import org.opensocialnet.workspace.PublicPages;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft before it is published: what would be other, what others changed meanwhile, and how the public will see it. */
@Controller
class DraftPages {

    private final Desk desk;
    private final Drafts drafts;
    private final ChangeBook book;
    private final Publication publication;
    private final FieldWords words;
    private final TransactionOperations transactions;
    private final PublicPages publicPages;
    private final Ago ago;

    DraftPages(
            Desk desk,
            Drafts drafts,
            ChangeBook book,
            Publication publication,
            FieldWords words,
            TransactionOperations transactions,
            PublicPages publicPages,
            Ago ago) {
        this.desk = desk;
        this.drafts = drafts;
        this.book = book;
        this.publication = publication;
        this.words = words;
        this.transactions = transactions;
        this.publicPages = publicPages;
        this.ago = ago;
    }

    /** Two changed the same field: what each wants. */
    record Choice(String name, String field, String there, String mine, String by, boolean lost) {}

    record DraftPage(
            Desk.Work work,
            Draft draft,
            boolean own,
            String by,
            String when,
            List<Difference> differences,
            List<Choice> choices,
            List<String> problems,
            boolean mayPublish) {}

    @GetMapping({RecordPath.SERVICE + "/draft", RecordPath.LOCATION + "/draft", RecordPath.ENTRY + "/draft"})
    ModelAndView draft(
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable UUID of,
            SignedIn me,
            Words t) {
        var work = desk.work(me, path);
        return page(work, draft(work, of), me, t, List.of());
    }

    private ModelAndView page(Desk.Work work, Draft draft, SignedIn me, Words t, List<IntakeProblem> problems) {
        var published = drafts.published(draft.kept());
        var wanted = published.with(draft.edits());
        var choices = book.collisions(published, draft.edits()).stream()
                .map(collision -> choice(collision, t))
                .toList();
        var page = new DraftPage(
                new Desk.Work(draft.kept(), published, wanted, Optional.of(draft)),
                draft,
                draft.isOf(me.member()),
                draft.memberName(),
                ago.words(t, draft.savedAt()),
                words.between(t, published, wanted, draft.edits()),
                choices,
                problems.stream().map(problem -> problem(problem, t)).toList(),
                RecordPages.mayPublish(me));
        return new ModelAndView("upkeep/draft", Map.of("page", page, "me", me));
    }

    private String problem(IntakeProblem problem, Words t) {
        var column = problem.column();
        return t.of(
                "upkeep.publish.problem",
                column == null
                        ? words.label(t, problem.table(), problem.table())
                        : words.label(t, problem.table(), column),
                problem.value() == null ? "–" : problem.value());
    }

    private Choice choice(Collision collision, Words t) {
        var edit = collision.edit();
        var at = collision.at();
        var by = collision.by() == null || at == null
                ? t.of("upkeep.collision.somebody")
                : t.of("upkeep.collision.by", collision.by(), ago.words(t, at));
        return new Choice(
                String.join("|", edit.table(), edit.row().toString(), edit.column()),
                words.label(t, edit.table(), edit.column()),
                words.value(t, edit.table(), edit.column().replaceFirst("@.*", ""), collision.there()),
                words.value(t, edit.table(), edit.column().replaceFirst("@.*", ""), edit.value()),
                by,
                collision.lost());
    }

    /** For each field in which two met: "mine" or "theirs". */
    @PostMapping({
        RecordPath.SERVICE + "/draft/choice",
        RecordPath.LOCATION + "/draft/choice",
        RecordPath.ENTRY + "/draft/choice"
    })
    ModelAndView choose(
            @PathVariable Map<String, String> path,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var draft = draft(work, null);
        for (var collision : book.collisions(work.published(), draft.edits())) {
            var edit = collision.edit();
            var wish = typed.getFirst(String.join("|", edit.table(), edit.row().toString(), edit.column()));
            if ("theirs".equals(wish) || collision.lost() && wish != null) {
                drafts.drop(draft, edit);
            } else if ("mine".equals(wish)) {
                drafts.insist(draft, edit, collision.there());
            }
        }
        Said.done(t.of("upkeep.collision.chosen")).on(redirect);
        return new ModelAndView("redirect:" + t.link(work.path() + "/draft"));
    }

    @PostMapping({
        RecordPath.SERVICE + "/draft/publication",
        RecordPath.LOCATION + "/draft/publication",
        RecordPath.ENTRY + "/draft/publication"
    })
    ModelAndView publish(
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable UUID of,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var draft = draft(work, of);
        var outcome = transactions.execute(status -> publication.publish(me, draft));
        if (outcome == null || !outcome.done()) {
            var again = page(work, draft, me, t, outcome == null ? List.of() : outcome.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        var set = outcome.set();
        var said = Said.done(t.of(set == null ? "upkeep.publish.nothing" : "upkeep.publish.done"));
        (set == null ? said : said.undo(work.path() + "/history/" + set + "/undo")).on(redirect);
        return new ModelAndView("redirect:" + t.link(work.path()));
    }

    @PostMapping({
        RecordPath.SERVICE + "/draft/removal",
        RecordPath.LOCATION + "/draft/removal",
        RecordPath.ENTRY + "/draft/removal"
    })
    ModelAndView discard(@PathVariable Map<String, String> path, SignedIn me, Words t, RedirectAttributes redirect) {
        var work = desk.work(me, path);
        work.draft().ifPresent(draft -> drafts.discard(draft.id()));
        Said.done(t.of("upkeep.draft.discarded")).on(redirect);
        return new ModelAndView("redirect:" + t.link(work.isPublished() ? work.path() : "/desk/records"));
    }

    /**
     * The public page itself, of a directory in which the draft is published: it is, in a transaction that nobody keeps.
     */
    @GetMapping({RecordPath.SERVICE + "/preview", RecordPath.LOCATION + "/preview", RecordPath.ENTRY + "/preview"})
    ModelAndView preview(
            @PathVariable Map<String, String> path,
            @RequestParam(required = false) @Nullable UUID of,
            SignedIn me,
            Words t,
            HttpServletRequest request,
            HttpServletResponse response) {
        var work = desk.work(me, path);
        var draft = of == null ? work.draft() : Optional.of(draft(work, of));
        var target = "/" + work.subject().kind().table() + "/" + work.subject().id();
        var back = draft.isEmpty() ? work.path() : work.path() + "/draft" + (of == null ? "" : "?of=" + of);
        try {
            var page = transactions.execute(status -> {
                status.setRollbackOnly();
                draft.ifPresent(publication::tryOut);
                return publicPages.page(target, request, response);
            });
            return Objects.requireNonNull(page)
                    .addObject(
                            Note.class.getName(),
                            new Note(t.of("upkeep.preview.note"), back, t.of("upkeep.preview.back")));
        } catch (Refusal unseen) {
            return new ModelAndView("upkeep/unseen", Map.of("page", work, "me", me));
        }
    }

    /** The own draft of a record, or a colleague's. */
    private Draft draft(Desk.Work work, @Nullable UUID of) {
        if (of == null) {
            return work.draft().orElseThrow(() -> Refusal.notFound("drafts.draft.unknown"));
        }
        var draft = drafts.draft(of);
        if (!draft.subject().equals(work.subject())) {
            throw Refusal.notFound("drafts.draft.unknown");
        }
        return draft;
    }
}
