package org.tenuto.pk;

/** Which drug a model describes. The S-enantiomer is about twice as potent: never exchanged. */
public enum KetamineForm {
  /** Ketamine, both enantiomers. */
  RACEMIC("ketAMINE"),
  /** S-ketamine alone. */
  ESKETAMINE("esketAMINE");

  private final String text;

  KetamineForm(String text) {
    this.text = text;
  }

  /** As written for people, by ISMP's tall letters. */
  public String text() {
    return text;
  }
}
