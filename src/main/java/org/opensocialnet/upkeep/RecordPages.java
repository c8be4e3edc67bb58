package org.opensocialnet.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.Permission;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.directory.Directory;
import org.opensocialnet.directory.Quality;
import org.opensocialnet.directory.Subject;
import org.opensocialnet.drafts.ChangeBook;
import org.opensocialnet.drafts.Draft;
import org.opensocialnet.drafts.Drafts;
import org.opensocialnet.drafts.Edit;
import org.opensocialnet.drafts.FieldWords;
import org.opensocialnet.drafts.Section;
import org.opensocialnet.drafts.Section.Shape;
import org.opensocialnet.drafts.SectionForm;
import org.opensocialnet.drafts.SectionForms;
import org.opensocialnet.drafts.Sheet;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Said;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A record on the desk, and its parts as forms: what is filled in goes into the member's draft. */
@Controller
class RecordPages {

    private final Desk desk;
    private final Drafts drafts;
    private final SectionForms forms;
    private final FieldWords words;
    private final ChangeBook book;
    private final Directory directory;
    private final Ago ago;

    RecordPages(
            Desk desk,
            Drafts drafts,
            SectionForms forms,
            FieldWords words,
            ChangeBook book,
            Directory directory,
            Ago ago) {
        this.desk = desk;
        this.drafts = drafts;
        this.forms = forms;
        this.words = words;
        this.book = book;
        this.directory = directory;
        this.ago = ago;
    }

    /** One part in the list of them: what stands there, and whether the draft changes it. */
    record Part(Section section, String path, List<String> lines, boolean drafted) {}

    /** A colleague's open draft. */
    record Other(String by, String when, String path) {}

    record RecordPage(
            Desk.Work work,
            List<Part> parts,
            List<Other> others,
            @Nullable Quality quality,
            boolean mayPublish,
            int edits,
            int collisions) {}

    record SectionPage(Desk.Work work, Section section, SectionForm form, List<Other> others, List<String> secret) {}

    @GetMapping({RecordPath.SERVICE, RecordPath.LOCATION, RecordPath.ENTRY})
    ModelAndView record(@PathVariable Map<String, String> path, SignedIn me, Words t) {
        var work = desk.work(me, path);
        var edits = work.draft().map(Draft::edits).orElse(List.of());
        var quality = work.subject().kind() == Subject.Kind.SERVICE && work.isPublished()
                ? directory.quality(List.of(work.kept().id())).get(work.kept().id())
                : null;
        return new ModelAndView(
                "upkeep/record",
                Map.of(
                        "page",
                        new RecordPage(
                                work,
                                parts(work, edits, t),
                                others(work, me, t),
                                quality,
                                mayPublish(me),
                                edits.size(),
                                book.collisions(work.published(), edits).size()),
                        "me",
                        me));
    }

    static boolean mayPublish(SignedIn me) {
        return me.may(Permission.DIRECTORY_PUBLISH) || me.may(Permission.DIRECTORY_KEEP);
    }

    private List<Part> parts(Desk.Work work, List<Edit> edits, Words t) {
        var parts = new ArrayList<Part>();
        for (var section : Section.of(work.subject().kind())) {
            boolean special = section.shape() == Shape.SPECIAL;
            parts.add(new Part(
                    section,
                    work.path() + (special ? "/" : "/edit/") + section.code(),
                    lines(section, work.wanted(), t),
                    edits.stream().anyMatch(edit -> touches(section, edit, work.wanted()))));
        }
        return parts;
    }

    private static boolean touches(Section section, Edit edit, Sheet wanted) {
        return edit.table().equals(section.table())
                && (section.shape() != Shape.RECORD
                        || section.blanks().stream()
                                .anyMatch(blank ->
                                        blank.column().equals(edit.column().replaceFirst("@.*", ""))))
                && (section.shape() != Shape.WORDS || wanted.line(edit.table(), edit.row()) != null);
    }

    private List<String> lines(Section section, Sheet wanted, Words t) {
        var lines = new ArrayList<String>();
        var root = wanted.root();
        if (section.shape() == Shape.RECORD && root != null) {
            for (var blank : section.blanks()) {
                var other = root.value(blank.column() + "@" + t.lang());
                var value = words.value(
                        t, section.table(), blank.column(), other != null ? other : root.value(blank.column()));
                if (!value.isEmpty()) {
                    lines.add(t.of(blank.key()) + ": " + value);
                }
            }
        } else if (section.shape() == Shape.WORDS) {
            forms.open(section, wanted, t)
                    .groups()
                    .forEach(group -> group.choices().stream()
                            .filter(choice -> wanted.kept("attribute").stream()
                                    .anyMatch(line -> line.is("taxonomy_term_id", choice.value())))
                            .forEach(choice -> lines.add(choice.text())));
        } else {
            wanted.kept(section.table()).forEach(line -> lines.add(words.summary(t, wanted, line)));
        }
        return lines;
    }

    private List<Other> others(Desk.Work work, SignedIn me, Words t) {
        return drafts.all(me, work.subject()).stream()
                .filter(draft -> !draft.isOf(me.member()))
                .map(draft -> new Other(
                        draft.memberName(), ago.words(t, draft.savedAt()), work.path() + "/draft?of=" + draft.id()))
                .toList();
    }

    @GetMapping({
        RecordPath.SERVICE + "/edit/{section}",
        RecordPath.LOCATION + "/edit/{section}",
        RecordPath.ENTRY + "/edit/{section}"
    })
    ModelAndView section(@PathVariable Map<String, String> path, SignedIn me, Words t) {
        var work = desk.work(me, path);
        var section = section(work, path);
        return page(work, section, forms.open(section, work.wanted(), t), me, t);
    }

    /** "more" saves and comes back, for another row; else the record's page follows. */
    @PostMapping({
        RecordPath.SERVICE + "/edit/{section}",
        RecordPath.LOCATION + "/edit/{section}",
        RecordPath.ENTRY + "/edit/{section}"
    })
    ModelAndView save(
            @PathVariable Map<String, String> path,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var work = desk.work(me, path);
        var section = section(work, path);
        var filled = forms.read(section, work.published(), work.draft(), typed, t);
        if (!filled.form().sound()) {
            var again = page(work, section, filled.form(), me, t);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (!filled.edits().isEmpty()) {
            drafts.save(me, work.kept(), filled.edits());
            Said.done(t.of("upkeep.draft.saved")).on(redirect);
        }
        boolean more = "more".equals(typed.getFirst("then"));
        return new ModelAndView("redirect:" + t.link(more ? work.path() + "/edit/" + section.code() : work.path()));
    }

    private ModelAndView page(Desk.Work work, Section section, SectionForm form, SignedIn me, Words t) {
        var page = new SectionPage(work, section, form, others(work, me, t), secret(work, section, t));
        return new ModelAndView("upkeep/section", Map.of("page", page, "form", form.form(), "me", me));
    }

    /** What the public is told of a confidential place. */
    private List<String> secret(Desk.Work work, Section section, Words t) {
        if (!section.code().equals("secrecy")) {
            return List.of();
        }
        var told = new ArrayList<String>();
        var area = work.root().value("area@" + t.lang());
        told.add(area != null ? area : work.root().text("area"));
        work.wanted().kept("phone").forEach(phone -> told.add(phone.text("number")));
        return told.stream().filter(line -> !line.isBlank()).toList();
    }

    private static Section section(Desk.Work work, Map<String, String> path) {
        return Section.of(work.subject().kind(), path.getOrDefault("section", ""))
                .filter(section -> section.shape() != Shape.SPECIAL)
                .orElseThrow(() -> Refusal.notFound("drafts.record.unknown"));
    }
}
