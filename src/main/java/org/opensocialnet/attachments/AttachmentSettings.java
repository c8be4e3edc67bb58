package org.opensocialnet.attachments;

import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator decides of files: how large, how many, and who looks for viruses. */
@Configuration(proxyBeanMethods = false)
class AttachmentSettings {

    static final Setting<Integer> FILE_MEGABYTES = new Setting<>(
            "attachments.file-megabytes",
            Group.SITE,
            200,
            Forms.number(1, Attachments.MOST_MEGABYTES),
            5,
            "attachments.setting.file-megabytes",
            "attachments.setting.file-megabytes.hint");

    static final Setting<Integer> TOGETHER_MEGABYTES = new Setting<>(
            "attachments.together-megabytes",
            Group.SITE,
            201,
            Forms.number(1, 200),
            20,
            "attachments.setting.together-megabytes",
            "attachments.setting.together-megabytes.hint");

    static final Setting<Integer> FILES_AN_HOUR = new Setting<>(
            "attachments.files-an-hour",
            Group.SITE,
            202,
            Forms.number(1, 1_000),
            30,
            "attachments.setting.files-an-hour",
            "attachments.setting.files-an-hour.hint");

    static final Setting<String> CLAMD = new Setting<>(
            "attachments.clamd",
            Group.SITE,
            203,
            Forms.line(AttachmentSettings::address),
            "",
            "attachments.setting.clamd",
            "attachments.setting.clamd.hint");

    @Bean
    Declared attachmentsDeclared() {
        return new Declared(FILE_MEGABYTES, TOGETHER_MEGABYTES, FILES_AN_HOUR, CLAMD);
    }

    private static String address(String typed) {
        if (!typed.isEmpty() && !typed.matches("[A-Za-z0-9.-]{1,253}:[1-9]\\d{0,4}|\\[[0-9a-fA-F:]+]:[1-9]\\d{0,4}")) {
            throw Refusal.wrong("attachments.setting.clamd.wrong", "");
        }
        return typed;
    }
}
