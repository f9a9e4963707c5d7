package io.deskgraph.assets.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssetStatusTest {

    @ParameterizedTest
    @EnumSource
    void deployedIsNeitherEnteredNorLeftByAnUpdate(AssetStatus from) {
        List<AssetStatus> expected = from == AssetStatus.DEPLOYED
                ? List.of(AssetStatus.DEPLOYED)
                : List.of(AssetStatus.AVAILABLE, AssetStatus.MAINTENANCE, AssetStatus.RETIRED);

        List<AssetStatus> legal =
                List.of(AssetStatus.values()).stream().filter(from::mayBecome).toList();

        assertEquals(expected, legal);
    }
}
