package org.opensocialnet.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.Keeping;
import org.opensocialnet.drafts.Kept;
import org.opensocialnet.drafts.Publication;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How records begin, are confirmed, go out of use and come back. */
@Controller
class LifePages {

    /** Why a record goes out of use; the code is what the book keeps. */
    private static final Map<String, String> REASONS = Map.of(
            "ended", "upkeep.retire.ended",
            "moved", "upkeep.retire.moved",
            "merged", "upkeep.retire.merged",
            "double", "upkeep.retire.double",
            "other", "upkeep.retire.other");

    private final Desk desk;
    private final Drafts drafts;
    private final Keeping keeping;
    private final Publication publication;
    private final Directories directories;

    LifePages(Desk desk, Drafts drafts, Keeping keeping, Publication publication, Directories directories) {
        this.desk = desk;
        this.drafts = drafts;
        this.keeping = keeping;
        this.publication = publication;
        this.directories = directories;
    }

    record NewPage(String kind, List<Choice> organizations) {}

    record RetirePage(Desk.Work work, List<Choice> reasons) {}

    @GetMapping("/desk/records/new")
    ModelAndView fresh(@RequestParam(defaultValue = "service") String kind, SignedIn me, Words t) {
        return Form.fresh(t).page("upkeep/new", newPage(kind, me, t)).addObject("me", me);
    }

    private NewPage newPage(String kind, SignedIn me, Words t) {
        if (!kind.equals("service") && !kind.equals("location")) {
            throw Refusal.notFound("drafts.record.unknown");
        }
        return new NewPage(kind, directories.organizations(keeping.organizations(me), t));
    }

    /** A new record begins as a draft with a name; the rest follows on its page. */
    @PostMapping("/desk/records/new")
    ModelAndView begin(
            @RequestParam(defaultValue = "service") String kind,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t) {
        var page = newPage(kind, me, t);
        var form = Form.sent(typed, t);
        var name = form.field("name", t.of("upkeep.new.name")).required(300);
        var english = form.field("name-en", t.of("upkeep.new.name-en")).optional(300);
        var owner = page.organizations().size() == 1
                ? page.organizations().getFirst().value()
                : form.field("organization", t.of("upkeep.new.organization"))
                        .oneOf(page.organizations().stream().map(Choice::value).toList());
        if (!form.sound()) {
            return form.again("upkeep/new", page).addObject("me", me);
        }
        var id = Uuid7.next();
        var subject = Subject.of(kind, id);
        var edits = new ArrayList<>(List.of(
                Edit.coming(kind, id),
                Edit.of(kind, id, "name", null, name),
                Edit.of(kind, id, "organization_id", null, owner),
                kind.equals("service")
                        ? Edit.of(kind, id, "status", null, "active")
                        : Edit.of(kind, id, "location_type", null, "physical")));
        if (!english.isEmpty()) {
            edits.add(Edit.of(kind, id, "name@en", null, english));
        }
        drafts.save(me, new Kept(subject, UUID.fromString(owner)), edits);
        return new ModelAndView("redirect:" + t.link(RecordPath.of(subject)));
    }

    @PostMapping(RecordPath.SERVICE + "/confirmation")
    ModelAndView confirm(
            @PathVariable Map<String, String> path,
            @RequestParam(defaultValue = "") String then,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var outcome = publication.confirm(me, work.kept());
        Said.done(t.of("upkeep.confirm.done", work.name(t)))
                .undo(work.path() + "/history/" + outcome.set() + "/undo")
                .on(redirect);
        return new ModelAndView(
                "redirect:" + t.link(then.equals("list") ? "/desk/records?kind=service&shown=stale" : work.path()));
    }

    @GetMapping({RecordPath.SERVICE + "/retirement", RecordPath.LOCATION + "/retirement"})
    ModelAndView retirement(@PathVariable Map<String, String> path, SignedIn me, Words t) {
        return Form.fresh(t)
                .page("upkeep/retire", new RetirePage(desk.work(me, path), reasons(t)))
                .addObject("me", me);
    }

    /** A reason the book kept, in words. */
    static String reason(Words t, String code) {
        var key = REASONS.get(code);
        return key == null ? code : t.of(key);
    }

    private static List<Choice> reasons(Words t) {
        return REASONS.entrySet().stream()
                .map(reason -> new Choice(reason.getKey(), t.of(reason.getValue())))
                .sorted((one, other) -> Boolean.compare(
                        one.value().equals("other"), other.value().equals("other")))
                .toList();
    }

    @PostMapping({RecordPath.SERVICE + "/retirement", RecordPath.LOCATION + "/retirement"})
    ModelAndView retire(
            @PathVariable Map<String, String> path,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var page = new RetirePage(desk.work(me, path), reasons(t));
        var form = Form.sent(typed, t);
        var reason = form.field("reason", t.of("upkeep.retire.why")).oneOf(REASONS.keySet());
        if (!form.sound()) {
            return form.again("upkeep/retire", page).addObject("me", me);
        }
        var outcome = publication.retire(me, page.work().kept(), reason);
        Said.done(t.of("upkeep.retire.done", page.work().name(t)))
                .undo(page.work().path() + "/history/" + outcome.set() + "/undo")
                .on(redirect);
        return new ModelAndView("redirect:" + t.link(page.work().path()));
    }

    @PostMapping({RecordPath.SERVICE + "/restoration", RecordPath.LOCATION + "/restoration"})
    ModelAndView restore(@PathVariable Map<String, String> path, SignedIn me, Words t, RedirectAttributes redirect) {
        var work = desk.work(me, path);
        publication.restore(me, work.kept());
        Said.done(t.of("upkeep.restore.done", work.name(t))).on(redirect);
        return new ModelAndView("redirect:" + t.link(work.path()));
    }
}
