import { ROLE_CHOICES, type RoleChoice } from '../../settings';
import type { Translate } from '../../i18n';
import type { Piece } from '../pieces';

export interface RoleDatum {
  /** 0-based. */
  readonly column: number;
  readonly name: string;
  readonly role: RoleChoice;
}

/** What one column counts as. */
export class RoleRow implements Piece<RoleDatum> {
  readonly el = createEl('li');
  private readonly labelEl = this.el.createEl('label', 'idea-tiers-role');
  private readonly nameEl = this.labelEl.createSpan('idea-tiers-role-name');
  private readonly selectEl = this.labelEl.createEl('select', 'dropdown');
  private column = 0;

  constructor(t: Translate, choose: (column: number, role: RoleChoice) => void) {
    const names = {
      value: t('sidebar.table.rankings.value'),
      cost: t('sidebar.table.rankings.cost'),
      none: t('sidebar.table.neither'),
    };
    for (const role of ROLE_CHOICES) this.selectEl.createEl('option', { value: role, text: names[role] });
    this.selectEl.addEventListener('change', () => {
      const role = ROLE_CHOICES.find((choice) => choice === this.selectEl.value);
      if (role !== undefined) choose(this.column, role);
    });
  }

  update({ column, name, role }: RoleDatum): void {
    this.column = column;
    if (this.nameEl.textContent !== name) this.nameEl.textContent = name;
    this.selectEl.value = role;
  }
}
