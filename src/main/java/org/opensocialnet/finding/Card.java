package org.opensocialnet.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list tells of one point of help, in the words of the records; templates choose the language. */
record Card(
        UUID id,
        UUID service,
        String name,
        String translations,
        String kind,
        boolean sensitive,
        @Nullable Boolean free,
        @Nullable Boolean referralNeeded,
        @Nullable Boolean papersNeeded,
        UUID organization,
        String organizationName,
        String organizationTranslations,
        @Nullable UUID location,
        @Nullable String placeName,
        @Nullable String area,
        @Nullable String placeTranslations,
        @Nullable String zone,
        boolean confidential,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address,
        @Nullable String addressTranslations,
        @Nullable String phone,
        List<UUID> terms,
        List<String> languages,
        boolean wheelchair,
        @Nullable Integer available,
        @Nullable String unitName,
        @Nullable String unitTranslations,
        @Nullable Instant counted) {}
