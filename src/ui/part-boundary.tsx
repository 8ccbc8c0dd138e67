import type { ReactNode } from 'react';
import { Component } from 'react';

interface PartBoundaryProps {
  /** What is shown in place of a part that has failed; `again` shows the part anew. */
  readonly instead: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps the rest of the page where a part of it fails while it is drawn. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  private readonly again = (): void => this.setState({ failed: false });

  override render(): ReactNode {
    return this.state.failed ? this.props.instead(this.again) : this.props.children;
  }
}
