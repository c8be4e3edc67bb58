package org.opensocialnet.budget;

import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From which amount on one person alone does not bind the city, and over how many days her acts count together. */
@Configuration(proxyBeanMethods = false)
class BudgetSettings {

    static final Setting<Integer> FOUR_EYES = new Setting<>(
            "budget.four-eyes",
            Group.ACCESS,
            80,
            Forms.number(0, 10_000_000),
            5_000,
            "budget.setting.four-eyes",
            "budget.setting.four-eyes.hint");

    static final Setting<Integer> TOGETHER = new Setting<>(
            "budget.four-eyes.days",
            Group.ACCESS,
            81,
            Forms.number(0, 366),
            30,
            "budget.setting.together",
            "budget.setting.together.hint");

    @Bean
    static Declared moneySettings() {
        return new Declared(FOUR_EYES, TOGETHER);
    }
}
