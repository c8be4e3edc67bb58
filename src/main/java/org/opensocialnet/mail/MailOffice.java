package org.opensocialnet.mail;

import java.util.Locale;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.mail.MailSettings.Security;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Knows how letters leave the house at present; asked anew for each way to the server, because it may have changed. */
@Component
public class MailOffice {

    private static final Setting<String> HOST =
            new Setting<>("mail.host", Group.MAIL, 10, Forms.host(), "", "mail.setting.host", "mail.setting.host.hint");
    private static final Setting<Integer> PORT = new Setting<>(
            "mail.port", Group.MAIL, 20, Forms.number(1, 65535), 587, "mail.setting.port", "mail.setting.port.hint");
    private static final Setting<String> SECURITY = new Setting<>(
            "mail.security",
            Group.MAIL,
            30,
            Forms.choice(
                    "starttls",
                    "mail.setting.security.starttls",
                    "tls",
                    "mail.setting.security.tls",
                    "none",
                    "mail.setting.security.none"),
            "starttls",
            "mail.setting.security",
            "mail.setting.security.hint");
    private static final Setting<String> USER = new Setting<>(
            "mail.user", Group.MAIL, 40, Forms.text(200), "", "mail.setting.user", "mail.setting.user.hint");
    private static final Setting<String> PASSWORD = new Setting<>(
            "mail.password",
            Group.MAIL,
            50,
            Forms.secret(200),
            "",
            "mail.setting.password",
            "mail.setting.password.hint");
    private static final Setting<String> FROM = new Setting<>(
            "mail.from",
            Group.MAIL,
            60,
            Forms.line(MailOffice::sender),
            "",
            "mail.setting.from",
            "mail.setting.from.hint");
    private static final Setting<String> REPLY_TO = new Setting<>(
            "mail.reply-to", Group.MAIL, 70, Forms.email(), "", "mail.setting.reply-to", "mail.setting.reply-to.hint");

    private final Settings settings;

    MailOffice(Settings settings) {
        this.settings = settings;
    }

    public MailSettings settings() {
        return new MailSettings(
                settings.value(HOST),
                settings.value(PORT),
                Security.valueOf(settings.value(SECURITY).toUpperCase(Locale.ROOT)),
                settings.value(USER),
                settings.value(PASSWORD),
                settings.value(FROM),
                settings.value(REPLY_TO));
    }

    private static String sender(String typed) {
        if (!typed.isEmpty() && Sender.Named.read(typed).isEmpty()) {
            throw Refusal.wrong("mail.setting.from.wrong", "");
        }
        return typed;
    }

    /** Tells the settings' room of them. */
    @Configuration(proxyBeanMethods = false)
    static class Declaring {

        @Bean
        Declared mailSettings() {
            return new Declared(HOST, PORT, SECURITY, USER, PASSWORD, FROM, REPLY_TO);
        }
    }
}
