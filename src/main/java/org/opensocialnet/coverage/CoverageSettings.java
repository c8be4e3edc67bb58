package org.opensocialnet.coverage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.settings.Setting.Group;
import org.opensocialnet.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the coordination team declared: from where on a shortfall is called a deficit, and which needs come again each day. */
@Component
class CoverageSettings implements Uncounted {

    /** What is fewer than five is not told, so that it is never called a deficit either. */
    static final Setting<Integer> LEAST = new Setting<>(
            "coverage.least",
            Group.COVERAGE,
            1,
            Forms.number(5, 1_000),
            5,
            "coverage.setting.least",
            "coverage.setting.least.hint");

    static final Setting<Integer> SHARE = new Setting<>(
            "coverage.share",
            Group.COVERAGE,
            2,
            Forms.number(0, 50),
            5,
            "coverage.setting.share",
            "coverage.setting.share.hint");

    static final Setting<List<String>> DAILY = new Setting<>(
            "coverage.daily",
            Group.COVERAGE,
            5,
            Forms.lines(100, 60),
            List.of(
                    "soup-kitchen",
                    "breakfast",
                    "meals-at-home",
                    "night-shelter",
                    "transitional-hostel",
                    "womens-hostel",
                    "supported-housing",
                    "violence-shelter",
                    "day-centre",
                    "warm-cool-space",
                    "childcare",
                    "home-help"),
            "coverage.setting.daily",
            "coverage.setting.daily.hint");

    /** Bodies of the directory that answer to others, such as a hospital, and tell the network no figures. */
    static final Setting<List<UUID>> APART = new Setting<>(
            "coverage.apart",
            Group.COVERAGE,
            6,
            Forms.records(500),
            List.of(),
            "coverage.setting.apart",
            "coverage.setting.apart.hint");

    private final Settings settings;

    CoverageSettings(Settings settings) {
        this.settings = settings;
    }

    org.opensocialnet.shortfall.Declared declared() {
        var usual = org.opensocialnet.shortfall.Declared.usual();
        return new org.opensocialnet.shortfall.Declared(
                settings.value(LEAST), settings.value(SHARE) / 100.0, usual.severe());
    }

    Set<String> daily() {
        return Set.copyOf(settings.value(DAILY));
    }

    @Override
    public Set<UUID> organizations() {
        return Set.copyOf(settings.value(APART));
    }

    @Bean
    static Declared coverageDeclared() {
        return new Declared(LEAST, SHARE, DAILY, APART);
    }
}
