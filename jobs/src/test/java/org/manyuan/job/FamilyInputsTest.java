package org.manyuan.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manyuan.SharedSpark;
import org.manyuan.measure.TerritoryRow;
import org.manyuan.record.RecordEncoder;

class FamilyInputsTest {
    @ParameterizedTest
    @MethodSource("facts")
    void everyFactTravelsToItsFamily(Class<? extends Record> type) throws ReflectiveOperationException {
        TerritoryRow row = new TerritoryRow("3703", "期末", "math", empty(type));
        assertThat(SharedSpark.session()
                        .createDataset(List.of(row), RecordEncoder.of(TerritoryRow.class))
                        .repartition(2)
                        .collectAsList())
                .containsExactly(row);
    }

    static List<Class<? extends Record>> facts() {
        return List.copyOf(FamilyInputs.factTables().values());
    }

    private static Record empty(Class<? extends Record> type) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] cells = Arrays.stream(types).map(FamilyInputsTest::nothing).toArray();
        return type.getDeclaredConstructor(types).newInstance(cells);
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }
}
