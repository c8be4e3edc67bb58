package org.opensocialnet.asks;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.opensocialnet.access.Keeper;
import org.opensocialnet.attachments.Attachments;
import org.opensocialnet.messaging.LetterKind;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.web.MenuEntry;
import org.opensocialnet.workspace.UploadLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room adds: its settings and letters, the way to its form, and what stands beside a request at the desk. */
@Configuration(proxyBeanMethods = false)
class AsksConfig {

    static final String LINK = "asks.link";
    static final String NEWS = "asks.news";

    static final Setting<Integer> LINK_DAYS = new Setting<>(
            "asks.link-days",
            Group.ACCESS,
            200,
            Forms.number(7, 365),
            90,
            "asks.setting.link-days",
            "asks.setting.link-days.hint");

    static final Setting<Integer> OVER_DAYS = new Setting<>(
            "asks.over-days",
            Group.RETENTION,
            41,
            Forms.number(7, 365),
            60,
            "asks.setting.over-days",
            "asks.setting.over-days.hint");

    static final Setting<Integer> FILE_DAYS = new Setting<>(
            "asks.file-days",
            Group.RETENTION,
            42,
            Forms.number(7, 3_650),
            180,
            "asks.setting.file-days",
            "asks.setting.file-days.hint");

    @Bean
    Declared askSettings() {
        return new Declared(LINK_DAYS, OVER_DAYS, FILE_DAYS);
    }

    @Bean
    MenuEntry askEntry() {
        return new MenuEntry(MenuEntry.Place.FOOTER, 5, AskPages.PATH, t -> t.of("asks.title"));
    }

    @Bean
    UploadLimit fileOfRequest() {
        return new UploadLimit("/papers", Attachments.MOST_MEGABYTES);
    }

    @Bean
    LetterKind askLinkLetter() {
        return LetterKind.needed(LINK, t -> t.of("asks.letter.link"), Duration.ofDays(7))
                .withSecret("link");
    }

    @Bean
    LetterKind askNewsLetter() {
        return LetterKind.needed(NEWS, t -> t.of("asks.letter.news"), Duration.ofDays(7))
                .withSecret("link")
                .atMost(20);
    }

    /** The gate asks whose a file is, with the eyes of whoever looks. */
    @Bean
    Keeper attachmentOwner(Attachments attachments) {
        return new Keeper() {
            @Override
            public String kind() {
                return "attachment";
            }

            @Override
            public Optional<UUID> organization(UUID attachment) {
                return attachments.organization(attachment);
            }
        };
    }
}
