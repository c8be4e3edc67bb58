package org.opensocialnet.admissions;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.chores.Chores;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.parcels.Sheet;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Paging;
import org.opensocialnet.workspace.Items.Tone;
import org.opensocialnet.workspace.UploadLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The lists an organisation sent, and sending one. Its file is read in memory and kept nowhere. */
@Controller
@RequestMapping(AdmissionPages.PATH)
class AdmissionPages {

    static final String PATH = "/desk/admissions";
    private static final UploadLimit LIMIT = new UploadLimit(PATH, 20);
    private static final int LONGEST_NAME = 100;

    private final Admissions admissions;
    private final Chores chores;

    AdmissionPages(Admissions admissions, Chores chores) {
        this.admissions = admissions;
        this.chores = chores;
    }

    /** What the page shows. */
    record Page(SignedIn me, List<Item> items, Paging paging, long megabytes, int rows) {}

    /** One list that was sent. */
    record Item(String path, String name, String when, String state, Tone tone) {}

    @Bean
    static UploadLimit listLimit() {
        return LIMIT;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String large,
            SignedIn me,
            Words t) {
        if (!large.isEmpty()) {
            var form = Form.fresh(t);
            form.refuse("file", t.of("admissions.file.large", LIMIT.megabytes(), Sheet.MOST_ROWS));
            return form.again("admissions/list", page(1, me, t));
        }
        return Form.fresh(t).page("admissions/list", page(page, me, t));
    }

    @PostMapping
    ModelAndView send(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            SignedIn me,
            Words t)
            throws IOException {
        var form = Form.sent(typed, t);
        if (file == null || file.isEmpty()) {
            form.refuse("file", t.of("admissions.file.missing"));
            return form.again("admissions/list", page(1, me, t));
        }
        try {
            var id = admissions.receive(
                    Objects.requireNonNull(me.organization()),
                    me.member(),
                    name(file.getOriginalFilename()),
                    Sheet.read(file.getBytes()));
            return to(id, t);
        } catch (Refusal unreadable) {
            form.refuse("file", t.of(unreadable.key(), unreadable.arguments()));
            return form.again("admissions/list", page(1, me, t));
        }
    }

    static ModelAndView to(UUID id, Words t) {
        return new ModelAndView("redirect:" + t.link(PATH + "/" + id));
    }

    private static String name(@Nullable String sent) {
        var name = sent == null ? "" : sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private Page page(int page, SignedIn me, Words t) {
        var found = admissions.page(Objects.requireNonNull(me.organization()), page);
        var items = found.stream()
                .limit(Admissions.PAGE)
                .map(one -> {
                    var chore = chores.of(one.id()).orElse(null);
                    return new Item(
                            one.path(),
                            AdmissionWords.name(one, t),
                            t.moment(one.sentAt().toInstant()),
                            AdmissionWords.state(one, chore, t),
                            AdmissionWords.tone(one, chore));
                })
                .toList();
        return new Page(
                me,
                items,
                new Paging(
                        page > 1 ? t.link(PATH) : null,
                        found.size() > Admissions.PAGE ? t.link(PATH + "?page=" + (page + 1)) : null),
                LIMIT.megabytes(),
                Sheet.MOST_ROWS);
    }
}
