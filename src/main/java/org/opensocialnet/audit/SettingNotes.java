package org.opensocialnet.audit;

import org.opensocialnet.settings.SettingChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes a line for each change of a setting, inside of the transaction that changes it; the values stay there. */
@Component
class SettingNotes {

    private final Trail trail;

    SettingNotes(Trail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(SettingChanged event) {
        trail.note(Act.on("settings.value.changed", "setting-change", event.change()));
    }
}
