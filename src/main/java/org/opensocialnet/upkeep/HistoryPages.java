package org.opensocialnet.upkeep;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.drafts.ChangeBook;
import org.opensocialnet.drafts.ChangeSet;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.Publication;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Difference;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was published of a record, by whom and when, and the way back. */
@Controller
class HistoryPages {

    private static final int SIZE = 20;

    private final Desk desk;
    private final ChangeBook book;
    private final Publication publication;
    private final FieldWords words;
    private final Ago ago;

    HistoryPages(Desk desk, ChangeBook book, Publication publication, FieldWords words, Ago ago) {
        this.desk = desk;
        this.book = book;
        this.publication = publication;
        this.words = words;
        this.ago = ago;
    }

    /** One publication; its path to take it back, where nothing newer stands on it. */
    record Happened(
            String title,
            String by,
            String when,
            @Nullable String reason,
            List<Difference> changes,
            @Nullable String undo,
            boolean together,
            boolean undone) {}

    record HistoryPage(
            Desk.Work work,
            List<Happened> happened,
            @Nullable String next) {}

    record Met(String field, String there, String by) {}

    record UndoPage(Desk.Work work, List<Met> met, boolean undone) {}

    @GetMapping({RecordPath.SERVICE + "/history", RecordPath.LOCATION + "/history", RecordPath.ENTRY + "/history"})
    ModelAndView history(
            @PathVariable Map<String, String> path, @RequestParam(defaultValue = "1") int page, SignedIn me, Words t) {
        var work = desk.work(me, path);
        var sets = book.history(work.kept(), page, SIZE + 1);
        var happened =
                sets.stream().limit(SIZE).map(set -> happened(work, set, t)).toList();
        var next = sets.size() > SIZE ? t.link(work.path() + "/history?page=" + (page + 1)) : null;
        return new ModelAndView("upkeep/history", Map.of("page", new HistoryPage(work, happened, next), "me", me));
    }

    private Happened happened(Desk.Work work, ChangeSet set, Words t) {
        var reason = set.reason();
        return new Happened(
                t.of(
                        switch (set.what()) {
                            case CREATED -> "upkeep.history.created";
                            case CHANGED -> "upkeep.history.changed";
                            case CONFIRMED -> "upkeep.history.confirmed";
                            case RETIRED -> "upkeep.history.retired";
                            case RESTORED -> "upkeep.history.restored";
                            case UNDONE -> "upkeep.history.undone";
                            case IMPORTED -> "upkeep.history.imported";
                            case RETURNED -> "upkeep.history.returned";
                        }),
                set.by(),
                ago.moment(t, set.at()),
                reason == null ? null : reason(t, reason),
                words.told(t, work.published(), set.changes()),
                set.undone() || !set.standsAlone() ? null : work.path() + "/history/" + set.id() + "/undo",
                set.joint() != null,
                set.undone());
    }

    /** What it was a part of, or why somebody did it. */
    private static String reason(Words t, String code) {
        return switch (code) {
            case "merger" -> t.of("upkeep.history.merger");
            case "merger-undone" -> t.of("upkeep.history.merger-undone");
            case "succession" -> t.of("upkeep.history.succession");
            case "succession-undone" -> t.of("upkeep.history.succession-undone");
            default -> LifePages.reason(t, code);
        };
    }

    /** Takes a publication back, or shows what newer changes it meets. */
    @PostMapping({
        RecordPath.SERVICE + "/history/{set}/undo",
        RecordPath.LOCATION + "/history/{set}/undo",
        RecordPath.ENTRY + "/history/{set}/undo"
    })
    ModelAndView undo(
            @PathVariable Map<String, String> path,
            @PathVariable UUID set,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var published = book.set(set)
                .filter(found -> found.subject().equals(work.subject()))
                .orElseThrow(() -> Refusal.notFound("drafts.draft.unknown"));
        var newer = book.newer(work.published(), published);
        if (published.undone() || !published.standsAlone() || !newer.isEmpty()) {
            var met = newer.stream()
                    .map(collision -> new Met(
                            words.label(
                                    t,
                                    collision.edit().table(),
                                    collision.edit().column()),
                            words.value(
                                    t,
                                    collision.edit().table(),
                                    collision.edit().column().replaceFirst("@.*", ""),
                                    collision.there()),
                            collision.by() == null ? "–" : collision.by()))
                    .toList();
            var page = new ModelAndView(
                    "upkeep/undo", Map.of("page", new UndoPage(work, met, published.undone()), "me", me));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        var outcome = publication.undo(me, published);
        var said = Said.done(t.of(outcome.done() ? "upkeep.undo.done" : "upkeep.undo.refused"));
        (outcome.set() == null ? said : said.undo(work.path() + "/history/" + outcome.set() + "/undo")).on(redirect);
        return new ModelAndView("redirect:" + t.link(work.path()));
    }
}
