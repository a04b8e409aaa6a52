package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * A county that was never there, with answers that are known: the files its clerks would hand in, some rows wrong on purpose, and
 * what was planted. The same plan and seed make the same rows, in any order and on any machine.
 */
public final class SyntheticCounty {
    private final List<CountyFile> files;
    private final Planted planted;

    private SyntheticCounty(List<CountyFile> files, Planted planted) {
        this.files = files;
        this.planted = planted;
    }

    /**
     * Makes a county.
     *
     * @throws IllegalArgumentException where the plan contradicts itself; the message says where
     */
    public static SyntheticCounty of(CountyPlan plan, long seed) {
        Chance chance = new Chance(seed);
        Cohorts cohorts = new Cohorts(plan, chance);
        Staff staff = new Staff(plan, chance, cohorts);
        ExchangeSpells exchanges = new ExchangeSpells(plan, chance, staff);
        PlantedFaults faults = new PlantedFaults(plan, chance);
        Clerk clerk = new Clerk(plan);

        List<Sheet> sheets = new ArrayList<>(new RegisterSheets(plan).all());
        sheets.addAll(new EnrollmentSheets(plan, chance, cohorts).all());
        sheets.addAll(new StaffSheets(plan, staff, exchanges).all());
        sheets.addAll(new ScoreSheets(plan, chance, cohorts).all());
        sheets.addAll(new RollSheets(plan, chance, cohorts).all());
        sheets.add(new ResourceSheets(plan, chance, cohorts, staff).sheet());
        sheets.addAll(new GroupLifeSheets(plan, chance, staff).all());
        sheets.addAll(new LedgerSheets(plan, chance, staff).all());
        faults.allLieIn(sheets);

        List<CountyFile> files =
                sheets.stream().map(faults::spoil).map(clerk::write).toList();
        return new SyntheticCounty(files, new Answers(plan, chance, cohorts, exchanges).planted(seed));
    }

    /** The files, parents before their children. Their rows are made when they are asked for. */
    public List<CountyFile> files() {
        return files;
    }

    /** What was planted. */
    public Planted planted() {
        return planted;
    }
}
