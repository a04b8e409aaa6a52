package org.manyuan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void theTemplateHoldsEveryDefault() {
        Settings defaults = Settings.defaults();
        assertThat(defaults.codeSystem()).isEqualTo("cn");
        assertThat(defaults.database().embedded()).isTrue();
        assertThat(defaults.exchange().kinds()).containsExactly("轮岗", "支教", "挂职", "派驻", "任教", "走教");
        assertThat(defaults.spark().master()).isEqualTo("local[*]");
    }

    @Test
    void aFileSaysOnlyWhatItChanges() {
        Settings settings = read("code_system: none\ndatabase:\n  url: jdbc:postgresql://db/manyuan\n");
        assertThat(settings.codeSystem()).isEqualTo("none");
        assertThat(settings.database().embedded()).isFalse();
        assertThat(settings.database().user())
                .isEqualTo(Settings.defaults().database().user());
        assertThat(settings.exchange()).isEqualTo(Settings.defaults().exchange());
    }

    @Test
    void aBureauSetsItsOwnRulesOfExchange() {
        Settings.ExchangeSettings exchange = read("exchange: {terms: 2, rotation_years: 8, novice_years: 3}\n")
                .exchange();
        assertThat(exchange)
                .isEqualTo(new Settings.ExchangeSettings(
                        Settings.defaults().exchange().kinds(), 2, 120, 8, 3));
    }

    @Test
    void anEmptyFileIsTheDefaults() {
        assertThat(read("# nothing changed\n")).isEqualTo(Settings.defaults());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            derive_lead: none; drive_lead: none | line 2: there is no setting drive_lead here
            exchange: {term_days: soon}        | line 1
            exchange: {term_days: 0}           | exchange.term_days is 0; it must be above 0
            exchange: {terms: 0}               | exchange.terms is 0; it must be above 0
            exchange: {rotation_years: -1}     | exchange.rotation_years is -1; it must be above 0
            exchange: {novice_years: 0}        | exchange.novice_years is 0; it must be above 0
            territory_level: village           | territory_level is village; it may be one of [city, country, county, province]
            spark: [a                          | this is not YAML
            """)
    void aWrongSettingNamesItselfAndItsLine(String yaml, String words) {
        assertThatThrownBy(() -> read(yaml.replace("; ", "\n")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aFolderWithoutSettingsIsNoWorkspace() {
        assertThatThrownBy(() -> Settings.read(folder.resolve("manyuan.yaml")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("manyuan init");
    }

    private Settings read(String yaml) {
        try {
            return Settings.read(Files.writeString(folder.resolve("manyuan.yaml"), yaml));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
