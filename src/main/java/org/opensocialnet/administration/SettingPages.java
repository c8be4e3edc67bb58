package org.opensocialnet.administration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.settings.Form.Input;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;
import org.opensocialnet.workspace.Items.Choice;
import org.opensocialnet.workspace.Said;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings by group: what holds, what the environment fixes, and a look at the names before they hold. */
@Controller
class SettingPages {

    /** A group on the first page, with the names of what is in it. */
    record GroupLink(String title, String path, List<String> settings) {}

    /** The first page. */
    record GroupsPage(List<GroupLink> groups) {}

    /** One setting to be decided. */
    record Shown(
            Setting<?> setting, String name, String hint, Input input, List<Choice> choices, Settings.State state) {

        String key() {
            return setting.key();
        }
    }

    /** How header and footer would look. */
    record Preview(String name, String city, List<String> funders, String contact) {}

    /** One group. */
    record GroupPage(
            String title,
            Group group,
            List<Shown> settings,
            @Nullable Preview preview) {

        /** The names can be looked at before they hold. */
        boolean canPreview() {
            return group == Group.SITE;
        }

        boolean canChange() {
            return settings.stream().anyMatch(shown -> !shown.state().locked());
        }
    }

    private final Settings settings;
    private final TransactionOperations transaction;

    SettingPages(Settings settings, TransactionOperations transaction) {
        this.settings = settings;
        this.transaction = transaction;
    }

    @GetMapping("/desk/settings")
    ModelAndView groups(SignedIn me, Words t) {
        var groups = Arrays.stream(Group.values())
                .filter(group -> !in(group).isEmpty())
                .map(group -> new GroupLink(
                        title(group, t),
                        "/desk/settings/" + group.code(),
                        in(group).stream().map(setting -> t.of(setting.label())).toList()))
                .toList();
        return new ModelAndView("administration/settings", "page", new GroupsPage(groups)).addObject("me", me);
    }

    @GetMapping("/desk/settings/{group:site|map|mail|access|retention}")
    ModelAndView group(@PathVariable String group, SignedIn me, Words t) {
        var page = page(known(group), t, null);
        var form = Form.fresh(t);
        page.settings().forEach(shown -> form.with(shown.key(), shown.state().typed()));
        return form.page("administration/group", page).addObject("me", me);
    }

    @PostMapping("/desk/settings/{group:site|map|mail|access|retention}")
    ModelAndView decide(
            @PathVariable String group,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            Words t,
            RedirectAttributes redirect) {
        var form = Form.sent(typed, t);
        var page = page(known(group), t, form.has("act", "look") ? preview(form) : null);
        var decided = new LinkedHashMap<Setting<?>, String>();
        page.settings().stream()
                .filter(shown -> !shown.state().locked() && typed.containsKey(shown.key()))
                .forEach(shown -> decided.put(shown.setting(), form.typed(shown.key())));
        if (page.preview() != null) {
            refuse(form, wrong(decided), t);
            return (form.sound() ? form.page("administration/group", page) : form.again("administration/group", page))
                    .addObject("me", me);
        }
        refuse(
                form,
                Eyes.SETTINGS.look(() -> transaction.execute(_ -> {
                    page.settings().stream()
                            .filter(shown -> form.has("remove", shown.key())
                                    && !shown.state().locked())
                            .forEach(shown -> settings.reset(shown.setting()));
                    return settings.change(decided);
                })),
                t);
        if (!form.sound()) {
            return form.again("administration/group", page).addObject("me", me);
        }
        Said.done(t.of("administration.settings.done")).on(redirect);
        return new ModelAndView("redirect:" + t.link("/desk/settings/" + group));
    }

    /** What could not be accepted, without deciding anything. */
    private static Map<String, Refusal> wrong(Map<Setting<?>, String> typed) {
        var wrong = new LinkedHashMap<String, Refusal>();
        typed.forEach((setting, text) -> {
            try {
                setting.form().read(text);
            } catch (Refusal refusal) {
                wrong.put(setting.key(), refusal);
            }
        });
        return wrong;
    }

    private void refuse(Form form, Map<String, Refusal> wrong, Words t) {
        wrong.forEach((key, refusal) -> form.refuse(
                key,
                "%s: %s"
                        .formatted(
                                settings.named(key)
                                        .map(setting -> t.of(setting.label()))
                                        .orElse(key),
                                t.of(refusal.key(), refusal.arguments()))));
    }

    private GroupPage page(Group group, Words t, @Nullable Preview preview) {
        var shown = in(group).stream()
                .map(setting -> new Shown(
                        setting,
                        t.of(setting.label()),
                        t.of(setting.hint()),
                        setting.form().input(),
                        choices(setting, t),
                        settings.state(setting)))
                .toList();
        return new GroupPage(title(group, t), group, shown, preview);
    }

    private static List<Choice> choices(Setting<?> setting, Words t) {
        return setting.form().input() == Input.SWITCH
                ? List.of(
                        new Choice("true", t.of("administration.settings.yes")),
                        new Choice("false", t.of("administration.settings.no")))
                : setting.form().choices().entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), t.of(choice.getValue())))
                        .toList();
    }

    private static Preview preview(Form form) {
        return new Preview(
                form.typed("site.name"),
                form.typed("site.city"),
                form.typed("site.funders")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                form.typed("site.contact"));
    }

    private List<Setting<?>> in(Group group) {
        return settings.all().stream()
                .filter(setting -> setting.group() == group)
                .toList();
    }

    static Group known(String code) {
        return Arrays.stream(Group.values())
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("administration.settings.none"));
    }

    private static String title(Group group, Words t) {
        return switch (group) {
            case SITE -> t.of("administration.settings.site");
            case MAP -> t.of("administration.settings.map");
            case MAIL -> t.of("administration.settings.mail");
            case ACCESS -> t.of("administration.settings.access");
            case RETENTION -> t.of("administration.settings.retention");
            case COVERAGE -> t.of("administration.settings.coverage");
            case SUPPORT -> t.of("administration.settings.support");
        };
    }
}
