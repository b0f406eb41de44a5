import { css } from 'lit';

/** What was asked of the host, and the dialog for it. */
export const requestStyles = css`
  /* What was asked */
  .activity-text {
    flex: 1 1 14rem;
  }
  .activity-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .phase-done,
  .phase-undone {
    border-inline-start-color: var(--_up);
  }
  .history {
    font-size: 0.8125rem;
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    padding-block: 0.35rem;
    border-block-start: 1px solid var(--_rule);
  }

  /* Dialog */
  dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
  }
  form {
    display: grid;
    gap: 0.875rem;
  }
  .audience {
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-s);
    background: var(--_surface-2);
    font-size: 0.875rem;
  }
  .combobox {
    display: grid;
    gap: 0.375rem;
  }
  label {
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .combobox .field {
    inline-size: 100%;
    min-block-size: 2.25rem;
    font-size: 0.875rem;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_down);
  }
  .options {
    max-block-size: 13.5rem;
    padding: 0.25rem;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius-s);
    overflow: auto;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    padding: 0.25rem 0.5rem;
    border-radius: 4px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .option:hover {
    background: var(--_surface-2);
  }
  .option.active {
    background: var(--_accent-soft);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .option[aria-selected='true'] {
    font-weight: 600;
  }
  .tick {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
  }
  .option[aria-selected='true'] .tick {
    background: var(--_accent);
    clip-path: polygon(12% 48%, 38% 72%, 88% 14%, 100% 26%, 38% 96%, 0 60%);
  }
  .empty-choice {
    padding: 0.5rem;
    font-size: 0.8125rem;
  }
  .dialog-actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
  }
  .dialog-actions .button {
    min-block-size: 2.25rem;
    padding-inline: 1rem;
  }
`;
