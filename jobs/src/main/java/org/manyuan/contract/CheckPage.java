package org.manyuan.contract;

import java.util.List;

/**
 * The head of a check's page, {@code schemas/checks/<id>.md}.
 *
 * @param id also the code on receipts and beside rejected rows
 * @param told what a receipt says: what happened and what to do, with {@code {column}} to fill
 * @param severity unless a contract says another one
 * @param datasets whose rows it is told of
 */
public record CheckPage(String id, Wording name, Wording told, Severity severity, List<String> datasets) {}
