package org.opensocialnet.web;

import java.util.List;
import java.util.regex.Pattern;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * What an operator says about this city's site: its address (for links that leave the page), the main language of the
 * records, the city and those who pay, and who answers for it. Asked anew for each page, because it may have changed.
 */
@Component
class Site {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-fA-F:]+](:\\d{1,5})?");

    private static final Setting<String> NAME = new Setting<>(
            "site.name",
            Group.SITE,
            10,
            Forms.needed(60),
            "Open Social Net",
            "web.setting.name",
            "web.setting.name.hint");
    private static final Setting<String> CITY = new Setting<>(
            "site.city", Group.SITE, 20, Forms.text(120), "", "web.setting.city", "web.setting.city.hint");
    private static final Setting<String> CITY_IN_ENGLISH = new Setting<>(
            "site.city-en", Group.SITE, 30, Forms.text(120), "", "web.setting.city-en", "web.setting.city-en.hint");
    private static final Setting<List<String>> FUNDERS = new Setting<>(
            "site.funders",
            Group.SITE,
            40,
            Forms.lines(12, 120),
            List.of(),
            "web.setting.funders",
            "web.setting.funders.hint");
    private static final Setting<String> CONTACT = new Setting<>(
            "site.contact", Group.SITE, 50, Forms.text(200), "", "web.setting.contact", "web.setting.contact.hint");
    private static final Setting<String> LANGUAGE = new Setting<>(
            "site.language",
            Group.SITE,
            60,
            Forms.choice("el", "web.setting.language.el", "en", "web.setting.language.en"),
            "el",
            "web.setting.language",
            "web.setting.language.hint");
    private static final Setting<String> ORIGIN_ADDRESS = new Setting<>(
            "site.origin",
            Group.SITE,
            70,
            Forms.line(Site::origin),
            "",
            "web.setting.origin",
            "web.setting.origin.hint");
    private static final Setting<String> EXIT = new Setting<>(
            "site.exit",
            Group.SITE,
            80,
            Forms.address(),
            "https://www.meteo.gr",
            "web.setting.exit",
            "web.setting.exit.hint");
    private static final Setting<String> CODE = new Setting<>(
            "site.code", Group.SITE, 90, Forms.address(), "", "web.setting.code", "web.setting.code.hint");

    private final Settings settings;

    Site(Settings settings) {
        this.settings = settings;
    }

    String name() {
        return settings.value(NAME);
    }

    String city(Language language) {
        var english = settings.value(CITY_IN_ENGLISH);
        return language == Language.ENGLISH && !english.isBlank() ? english : settings.value(CITY);
    }

    List<String> funders() {
        return settings.value(FUNDERS);
    }

    String contact() {
        return settings.value(CONTACT);
    }

    /** The main language of the records. */
    String language() {
        return settings.value(LANGUAGE);
    }

    /** Scheme and host for links that leave the page; empty where the browser's own question says it. */
    String origin() {
        return settings.value(ORIGIN_ADDRESS);
    }

    /** Where "exit this page" leads. */
    String exit() {
        var address = settings.value(EXIT);
        return address.isEmpty() ? EXIT.otherwise() : address;
    }

    /** Where the program's source can be read. */
    String code() {
        return settings.value(CODE);
    }

    private static String origin(String typed) {
        var address = typed.replaceFirst("/+$", "");
        if (!address.isEmpty() && !ORIGIN.matcher(address).matches()) {
            throw Refusal.wrong("web.setting.origin.wrong", "");
        }
        return address;
    }

    /** Tells the settings' room of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        Declared siteSettings() {
            return new Declared(NAME, CITY, CITY_IN_ENGLISH, FUNDERS, CONTACT, LANGUAGE, ORIGIN_ADDRESS, EXIT, CODE);
        }
    }
}
