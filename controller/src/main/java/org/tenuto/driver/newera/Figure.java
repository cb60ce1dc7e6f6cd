package org.tenuto.driver.newera;

/** A number that is sent to the pump, read back and compared. Rewritten for each program. */
final class Figure implements Answer {

  private final String command;
  private final Frame frame = new Frame();
  private long thousandths;
  private String unitCode = "";

  Figure(String command) {
    this.command = command;
  }

  /** Sets what is sent and expected, for a command that takes number and unit together. */
  void tell(long thousandths, String unitCode) {
    tellNumber(thousandths, unitCode, unitCode);
  }

  /** Sets what is sent and expected, for a command that answers with a unit it does not take. */
  void tellNumber(long thousandths, String unitCodeSent, String unitCodeRead) {
    this.thousandths = thousandths;
    this.unitCode = unitCodeRead;
    frame.tell(command, thousandths, unitCodeSent);
  }

  /** Sends it. */
  Step set() {
    return Step.of(frame, TAKEN);
  }

  /** Reads it back. */
  Step readBack() {
    return Step.of(command, this);
  }

  @Override
  public Fit judge(Reply reply) {
    int numberLength = reply.dataLength() - unitCode.length();
    boolean same =
        reply.contains(unitCode, numberLength)
            && NewEraNumber.parse(reply.text, reply.dataAt(), numberLength) == thousandths;
    return Answer.read(reply, same);
  }
}
