package org.opensocialnet.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opensocialnet.people.Erasure;
import org.opensocialnet.settings.Declared;
import org.opensocialnet.settings.Forms;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What was corrected of who somebody is goes some years later; she and what holds of her stay. */
@Component
class FactForgetting implements Keeping {

    static final Setting<Integer> YEARS = new Setting<>(
            "people.ended-facts-years",
            Setting.Group.RETENTION,
            4,
            Forms.number(1, 20),
            3,
            "retention.setting.ended-facts-years",
            "retention.setting.ended-facts-years.hint");

    private final Erasure erasure;

    FactForgetting(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public String code() {
        return "people.fact";
    }

    @Override
    public String what(Words t) {
        return t.of("retention.facts");
    }

    @Override
    public Setting<Integer> time() {
        return YEARS;
    }

    @Override
    public Unit unit() {
        return Unit.YEARS;
    }

    @Override
    public List<Sum> due(Instant before) {
        return sums(erasure.endedFacts(before));
    }

    @Override
    public Forgotten forget(Instant before) {
        return new Forgotten(sums(erasure.forgetEndedFacts(before)), 0);
    }

    private static List<Sum> sums(Map<UUID, Integer> facts) {
        return facts.entrySet().stream()
                .map(one -> new Sum(one.getKey(), one.getValue()))
                .toList();
    }

    @Bean
    static Declared factsKept() {
        return new Declared(List.of(YEARS));
    }
}
