package org.opensocialnet.administration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.access.SignedIn;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.SettingHistory;
import org.opensocialnet.settings.Settings;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Items.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who changed which setting, when, and what held before and since; of a secret only that it changed. */
@Controller
class SettingHistoryPage {

    private static final int AT_ONCE = 50;

    /** The page: lines, the names of settings by key, and the way on. */
    record HistoryPage(List<SettingHistory.Line> lines, Map<String, String> names, Paging paging) {

        String name(String key) {
            return names.getOrDefault(key, key);
        }
    }

    private final Settings settings;
    private final SettingHistory history;

    SettingHistoryPage(Settings settings, SettingHistory history) {
        this.settings = settings;
        this.history = history;
    }

    @GetMapping("/desk/settings/history")
    ModelAndView history(@RequestParam(required = false) @Nullable UUID before, SignedIn me, Words t) {
        var lines = Eyes.SETTINGS.look(() -> history.page(before, AT_ONCE));
        var names = settings.all().stream().collect(Collectors.toMap(Setting::key, setting -> t.of(setting.label())));
        names.put("site.emblem.city", t.of("administration.emblems.city"));
        names.put("site.emblem.funder", t.of("administration.emblems.funder"));
        var path = t.link("/desk/settings/history");
        var paging = new Paging(
                before == null ? null : path,
                lines.size() < AT_ONCE
                        ? null
                        : path + "?before=" + lines.getLast().id());
        return new ModelAndView("administration/history", "page", new HistoryPage(lines, names, paging))
                .addObject("me", me);
    }
}
