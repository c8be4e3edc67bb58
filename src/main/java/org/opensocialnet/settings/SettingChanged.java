package org.opensocialnet.settings;

import java.util.UUID;

/**
 * Somebody changed a setting; told inside of the transaction that changes it, so that whoever listens at once (the
 * trail) stands and falls with it.
 *
 * @param change the line of the settings' own history
 */
public record SettingChanged(UUID change, String key) {}
